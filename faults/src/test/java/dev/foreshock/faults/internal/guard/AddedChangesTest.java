package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.guard.Order.Add;
import dev.foreshock.faults.internal.guard.Order.Apply;
import dev.foreshock.faults.internal.guard.Order.End;
import dev.foreshock.faults.internal.guard.Order.Undo;
import dev.foreshock.faults.internal.journal.EntryJson;
import dev.foreshock.faults.undo.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedChangesTest {
    private static final long MINUTE = 60_000_000_000L;
    /** Six changes are planned, and two servers get a fence. */
    private static final int FIRST = 8;

    @TempDir
    private Path state;

    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = new Bench(state);
    }

    private static Step onProxy(String proxy) {
        String name = Change.toxicName("r1", FIRST);
        return new Step(
                new Change.AddToxic(
                        Bench.A, proxy, new ToxicState(name, "latency", "downstream", 1, "{\"latency\":50}")),
                MINUTE);
    }

    private Ending runOf(Add add) throws Exception {
        return bench.at(1, new Apply(0))
                .at(2, add)
                .at(3, new Apply(add.number()))
                .at(4, new End("all was injected"))
                .run();
    }

    private void assertUndone(Ending ending, String reason) {
        assertThat(ending.reason()).contains(reason);
        assertThat(ending.healed().isClean()).isTrue();
        assertThat(bench.a.calls()).contains("add foreshock-r1-0").doesNotContain("add foreshock-r1-8");
        assertThat(bench.a.state().get("db").toxics()).isEmpty();
    }

    @Test
    void aChangeThatIsAddedIsMadeAndUndoneLikeOneThatWasPlanned() throws Exception {
        bench.open()
                .at(1, new Add(FIRST, onProxy("db")))
                .at(2, new Apply(FIRST))
                .at(3, new Undo(FIRST))
                .at(4, new End("all was injected"));
        bench.a.tell(call -> {
            if (call.startsWith("add")) {
                assertThat(journal()).contains("\"is\":\"remove-toxic\"");
            }
        });
        Ending ending = bench.run();
        assertThat(ending.isAsked()).isTrue();
        assertThat(ending.healed().isClean()).isTrue();
        assertThat(bench.said).containsExactly("ready", "applied 8", "undone 8");
    }

    private String journal() {
        try {
            return Files.readString(state.resolve("r1.journal"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsAddedToWhatWasReviewed() throws Exception {
        assertUndone(runOf(new Add(FIRST, onProxy("db"))), "the run makes none that was not planned");
    }

    @Test
    void nothingThatIsAddedTouchesWhatTheRunMayNot() throws Exception {
        bench.open();
        assertUndone(runOf(new Add(FIRST, onProxy("other"))), "is about something that the run may not touch");
    }

    @Test
    void noChangeTakesTheNumberOfAnotherOrOfAFence() throws Exception {
        bench.open();
        assertUndone(runOf(new Add(FIRST - 1, onProxy("db"))), "there is one of that number");
    }

    @Test
    void anAdditionIsReadAsItWasWritten() {
        Step step = onProxy("db");
        assertThat(Order.read("add 8 " + EntryJson.write(step))).isEqualTo(new Add(8, step));
        assertThat(Order.read("add 8 {}")).isInstanceOf(Order.Gone.class);
        assertThat(Order.read("add x {}")).isInstanceOf(Order.Gone.class);
    }
}
