package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.internal.guard.Order.Apply;
import dev.foreshock.faults.internal.guard.Order.End;
import dev.foreshock.faults.internal.guard.Order.Undo;
import dev.foreshock.faults.internal.heal.Book;
import dev.foreshock.faults.internal.journal.Journal;
import dev.foreshock.faults.process.ProcessState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine goes down at any moment of a run; what is left on disk heals the servers. */
class CrashTest {
    @TempDir
    private Path directory;

    private Bench bench;

    /** What is there at one moment. */
    private record Moment(
            String journal,
            SortedMap<String, ProxyState> a,
            SortedMap<String, ProxyState> b,
            SortedMap<String, ProcessState> processes) {}

    private Moment now() {
        try {
            return new Moment(
                    Files.exists(journal()) ? Files.readString(journal()) : "",
                    bench.a.state(),
                    bench.b.state(),
                    bench.processes.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path journal() {
        return bench.state.resolve("r1.journal");
    }

    /** Every moment before and after every call of a run that makes each kind of change. */
    private List<Moment> moments() throws Exception {
        List<Moment> moments = new ArrayList<>();
        bench = new Bench(directory.resolve("run"));
        bench.a.have(call -> {
            if (Files.exists(journal())) {
                moments.add(now());
            }
            return dev.foreshock.faults.undo.MemoryServer.Fate.DONE;
        });
        bench.b.have(call -> {
            moments.add(now());
            return dev.foreshock.faults.undo.MemoryServer.Fate.DONE;
        });
        bench.a.tell(call -> {
            if (Files.exists(journal())) {
                moments.add(now());
            }
        });
        bench.b.tell(call -> moments.add(now()));
        bench.processes.tell(() -> moments.add(now()));
        bench.at(1, new Apply(0))
                .at(2, new Apply(1))
                .at(3, new Apply(2))
                .at(4, new Undo(0))
                .at(4.1, new Apply(4))
                .at(4.2, new Apply(5))
                .at(4.3, new Undo(5))
                .at(5, new End("all was injected"));
        assertThat(bench.run().healed().isClean()).isTrue();
        moments.add(now());
        return moments;
    }

    /** The journals that a crash at a moment can leave: whole, or with less of what was being written. */
    private static Map<String, String> left(String journal) {
        Map<String, String> left = new LinkedHashMap<>();
        left.put("whole", journal);
        left.put("the next record torn", journal + "f".repeat(40));
        return left;
    }

    private Healed heal() throws IOException {
        try (Book book = Book.found(Journal.open(bench.state, "r1").orElseThrow())) {
            return bench.healer().heal(book);
        }
    }

    @Test
    void whateverIsLeftAtAnyMomentHealsAndHealsAgain() throws Exception {
        List<Moment> moments = moments();
        Bench fresh = new Bench(directory.resolve("fresh"));
        SortedMap<String, ProxyState> a = fresh.a.state();
        SortedMap<String, ProxyState> b = fresh.b.state();
        assertThat(moments).hasSizeGreaterThan(30);
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            for (Map.Entry<String, String> left : left(moment.journal()).entrySet()) {
                bench = new Bench(directory.resolve(i + left.getKey().replace(' ', '-')));
                Files.createDirectories(bench.state);
                Files.writeString(journal(), left.getValue());
                bench.a.become(moment.a());
                bench.b.become(moment.b());
                bench.processes.become(moment.processes());
                for (String time : List.of("first", "second")) {
                    assertThat(heal().residues())
                            .as("moment %s, journal %s, %s heal", i, left.getKey(), time)
                            .isEmpty();
                    assertThat(List.of(bench.a.state(), bench.b.state()))
                            .as("moment %s, journal %s, %s heal", i, left.getKey(), time)
                            .containsExactly(a, b);
                    assertThat(bench.processes.state())
                            .as("moment %s, journal %s, %s heal", i, left.getKey(), time)
                            .containsOnlyKeys("/run/job.pid", "/run/service.pid")
                            .allSatisfy((file, process) ->
                                    assertThat(process.stopped()).isFalse());
                }
                assertThat(Journal.unfinished(bench.state)).isEmpty();
                assertThat(bench.processes.done())
                        .filteredOn("start job"::equals)
                        .hasSizeLessThan(2);
            }
        }
    }

    @Test
    void aToxicWhoseRecordIsDamagedIsFoundByItsName() throws Exception {
        bench = new Bench(directory.resolve("run"));
        List<Moment> moments = new ArrayList<>();
        bench.a.tell(call -> {
            if (call.startsWith("add")) {
                moments.add(now());
            }
        });
        bench.at(1, new Apply(0)).at(2, new Apply(2)).at(3, new End("all was injected"));
        SortedMap<String, ProxyState> before = bench.a.state();
        bench.run();
        String journal = moments.get(1).journal().replaceAll("foreshock-r1-0", "foreshock-r1-?");
        Files.writeString(journal(), journal);
        bench.a.become(moments.get(1).a());
        bench.b.become(moments.get(1).b());
        Healed healed = heal();
        assertThat(healed.residues()).isEmpty();
        assertThat(healed.warnings()).singleElement().asString().contains("damaged");
        assertThat(bench.a.state()).isEqualTo(before);
    }

    @Test
    void aJournalThatLostItsBeginningIsNoCleanState() throws Exception {
        bench = new Bench(directory.resolve("run"));
        bench.at(1, new Apply(0)).at(2, new End("all was injected"));
        bench.run();
        Files.writeString(journal(), Files.readString(journal()).replaceFirst("staging", "stagin?"));
        assertThat(heal().residues())
                .singleElement()
                .satisfies(residue -> assertThat(residue.what()).contains("does not say how the servers were before"));
    }
}
