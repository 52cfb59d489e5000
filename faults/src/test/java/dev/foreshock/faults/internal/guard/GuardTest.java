package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.guard.Order.Apply;
import dev.foreshock.faults.internal.guard.Order.End;
import dev.foreshock.faults.internal.guard.Order.Gone;
import dev.foreshock.faults.internal.guard.Order.Undo;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import dev.foreshock.faults.undo.MemoryServer.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    private Path state;

    private Bench bench;
    private SortedMap<String, ProxyState> a;
    private SortedMap<String, ProxyState> b;

    @BeforeEach
    void setUp() {
        bench = new Bench(state);
        a = bench.a.state();
        b = bench.b.state();
    }

    private void assertAsBefore() {
        assertThat(bench.a.state()).isEqualTo(a);
        assertThat(bench.b.state()).isEqualTo(b);
    }

    private void assertClean(Ending ending) {
        assertThat(ending.healed().residues()).isEmpty();
        assertThat(ending.healed().warnings()).isEmpty();
        assertAsBefore();
    }

    @Test
    void changesAreMadeAndUndoneAsOrdered() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Undo(0)).at(3, new Apply(2)).at(4, new End("all was injected"));
        Ending ending = bench.run();
        assertThat(ending.reason()).isEmpty();
        assertClean(ending);
        assertThat(bench.said).containsExactly("ready", "applied 0", "undone 0", "applied 2");
        assertThat(bench.a.calls())
                .filteredOn(call -> !call.equals("GET"))
                .containsExactly(
                        "create foreshock-fence",
                        "add foreshock-r1-0",
                        "remove foreshock-r1-0",
                        "add foreshock-r1-2",
                        "remove foreshock-r1-2",
                        "delete foreshock-fence");
    }

    @Test
    void whatIsDoneOnAServerThatKeepsLeasesIsDoneUnderOne() throws Exception {
        bench.leasing(Bench.A)
                .at(1, new Apply(0))
                .at(2, new Apply(1))
                .at(3, new Undo(0))
                .at(4, new End("all was injected"));
        bench.b.tell(call -> {
            if (call.equals("disable cache")) {
                assertThat(bench.kept).containsExactly("foreshock-r1 on a:1");
            }
        });
        bench.a.tell(call -> {
            if (call.startsWith("delete")) {
                assertThat(bench.kept).as("once it undoes").isEmpty();
            }
        });
        assertClean(bench.run());
        assertThat(bench.a.calls())
                .filteredOn(call -> !call.equals("GET"))
                .containsExactly(
                        "open foreshock-r1 for 10 s:",
                        "create foreshock-fence",
                        "under foreshock-r1 for 60 s:",
                        "add foreshock-r1-0",
                        "remove foreshock-r1-0",
                        "delete foreshock-fence");
        assertThat(bench.b.calls()).contains("disable cache").noneMatch(call -> call.contains("foreshock-r1 for"));
    }

    @Test
    void theLeaseOfARunKeepsToTheConnectionsThatItMayStrike() throws Exception {
        bench.leasing(Bench.A).striking(7).at(1, new Apply(0)).at(2, new End("all was injected"));
        assertClean(bench.run());
        assertThat(bench.a.calls()).contains("open foreshock-r1 for 10 s, at most 7 connections:");
    }

    @Test
    void aProcessIsStoppedAndGoesOnAndAnotherIsKilledAndStarted() throws Exception {
        bench.at(1, new Apply(4)).at(2, new Apply(5)).at(3, new Undo(5)).at(4, new End("all was injected"));
        bench.processes.tell(() -> assertThat(journal()).contains("\"is\":\"pause\"", "\"is\":\"resume\""));
        assertClean(bench.run());
        assertThat(bench.processes.done()).containsExactly("SIGSTOP 100", "SIGKILL 101", "start job", "SIGCONT 100");
    }

    @Test
    void processesAreMendedAtTheEndOfALeaseThatNobodyRenews() throws Exception {
        bench.at(1, new Apply(4)).at(2, new Apply(5)).silentFrom(2);
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("lease");
        assertClean(ending);
        assertThat(bench.processes.done()).containsExactly("SIGSTOP 100", "SIGKILL 101", "start job", "SIGCONT 100");
    }

    @Test
    void aProcessThatIsAnotherThanPlannedRefusesTheRun() {
        bench.processes.end("job");
        bench.processes.run("job", "./job");
        assertThatThrownBy(bench::run).hasMessageContaining("process 101 ('job', /run/job.pid) must run as it did");
        assertThat(bench.processes.done()).isEmpty();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aProcessThatDoesNotStartIsNoCleanStateAndKeepsNothingElseBroken() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Apply(4)).at(3, new Apply(5)).at(4, new End("all was injected"));
        bench.processes.startNothing();
        Ending ending = bench.run();
        assertThat(ending.healed().residues())
                .containsExactly(new Residue(
                        "process 101 ('job', /run/job.pid) is gone, and its pid file names no other that runs",
                        "cd '/run' && sh -c './job'"));
        assertThat(bench.processes.state().get("/run/service.pid").stopped()).isFalse();
        assertAsBefore();
    }

    @Test
    void whoeverStartsAKilledProcessFirstIsNotDisturbed() throws Exception {
        bench.at(1, new Apply(5)).at(2, new Apply(0)).at(3, new End("all was injected"));
        bench.a.tell(call -> {
            if (call.startsWith("add")) {
                bench.processes.run("job", "");
            }
        });
        assertClean(bench.run());
        assertThat(bench.processes.done()).containsExactly("SIGKILL 101");
    }

    @Test
    void aPausedProcessThatIsGoneAndNotReplacedIsNoCleanState() throws Exception {
        bench.at(1, new Apply(4)).at(2, new Apply(0)).at(3, new End("all was injected"));
        bench.a.tell(call -> {
            if (call.startsWith("add")) {
                bench.processes.end("service");
            }
        });
        assertThat(bench.run().healed().residues())
                .singleElement()
                .satisfies(residue ->
                        assertThat(residue.what()).startsWith("process 100 ('service', /run/service.pid) is gone"));
    }

    @Test
    void theInverseIsOnDiskBeforeAnythingIsDone() throws Exception {
        bench.a.have(call -> {
            if (!call.equals("GET") && !call.startsWith("remove") && !call.startsWith("delete")) {
                assertThat(journal()).contains(call.startsWith("create") ? "drop-fence" : call.substring(4));
            }
            return Fate.DONE;
        });
        bench.at(1, new Apply(0)).at(2, new Apply(2)).at(3, new End("all was injected"));
        assertClean(bench.run());
        assertThat(bench.said).hasSize(3);
    }

    private String journal() {
        try {
            return Files.readString(state.resolve("r1.journal"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everythingIsUndoneAtTheEndOfALeaseThatNobodyRenews() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Apply(2)).silentFrom(2);
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("lease");
        assertThat(bench.seconds()).isEqualTo(12);
        assertClean(ending);
    }

    @Test
    void anOrderThatComesAfterTheLeaseIsNotCarriedOut() throws Exception {
        bench.silentFrom(0).at(10, new Apply(0));
        assertThat(bench.run().reason()).contains("lease");
        assertThat(bench.a.calls()).doesNotContain("add foreshock-r1-0");
    }

    @Test
    void aChangeLivesNoLongerThanItMayWhoeverRenews() throws Exception {
        bench.at(1, new Apply(1)).at(30, new End("all was injected"));
        bench.b.tell(call -> {
            if (call.equals("enable cache")) {
                assertThat(bench.seconds()).isEqualTo(6);
            }
        });
        assertClean(bench.run());
        assertThat(bench.said).containsExactly("ready", "applied 1", "expired 1");
        assertThat(bench.b.calls()).contains("enable cache");
    }

    @Test
    void whatExpiredIsUndoneForWhoeverAsksLater() throws Exception {
        bench.at(1, new Apply(1)).at(8, new Undo(1)).at(9, new End("all was injected"));
        assertClean(bench.run());
        assertThat(bench.said).containsExactly("ready", "applied 1", "expired 1", "undone 1");
    }

    @Test
    void whyARunEndedIsInItsJournal() throws Exception {
        bench.at(1, new Apply(0)).at(2, new End("the kill switch is there: users complain"));
        assertThat(bench.run().isAsked()).isTrue();
        assertThat(journal()).contains("{\"is\":\"ended\",\"reason\":\"the kill switch is there: users complain\"}");
        Bench other = new Bench(state.resolve("other"));
        other.at(1, new Gone("the injector is gone")).run();
        assertThat(Files.readString(state.resolve("other/r1.journal"))).contains("\"reason\":\"the injector is gone\"");
    }

    @Test
    void everythingIsUndoneWhenTheInjectorIsGone() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Apply(1)).at(3, new Gone("the injector is gone"));
        Ending ending = bench.run();
        assertThat(ending.reason()).isEqualTo("the injector is gone");
        assertClean(ending);
    }

    @Test
    void aRefusedChangeUndoesTheOthers() throws Exception {
        bench.b.have(call -> call.equals("disable cache") ? Fate.REFUSED : Fate.DONE);
        bench.at(1, new Apply(0)).at(2, new Apply(1));
        Ending ending = bench.run();
        assertThat(ending.reason()).isEqualTo("b:1 said no");
        assertClean(ending);
        assertThat(bench.b.calls()).doesNotContain("enable cache");
    }

    @Test
    void aChangeThatWasMadeWithoutAnAnswerIsUndone() throws Exception {
        bench.a.have(call -> call.startsWith("add") ? Fate.DONE_BUT_UNANSWERED : Fate.DONE);
        bench.at(1, new Apply(0));
        assertClean(bench.run());
    }

    @Test
    void aChangeThatIsMadeOnlyAfterItWasUndoneIsUndoneAgain() throws Exception {
        bench.a.have(call -> call.startsWith("add") ? Fate.DONE_LATE : Fate.DONE);
        bench.at(1, new Apply(0));
        assertClean(bench.run());
        assertThat(bench.a.calls()).filteredOn("remove foreshock-r1-0"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void anUndoThatIsNotAnsweredIsTriedAgain() throws Exception {
        int[] left = {1};
        bench.a.have(call -> call.startsWith("remove") && left[0]-- > 0 ? Fate.LOST : Fate.DONE);
        bench.at(1, new Apply(0)).at(2, new Undo(0));
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("did not answer");
        assertClean(ending);
    }

    @Test
    void aServerThatIsLostKeepsNoOtherBrokenAndIsNoCleanState() throws Exception {
        boolean[] lost = {false};
        bench.a.have(call -> lost[0] ? Fate.NOT_SENT : Fate.DONE);
        bench.b.tell(call -> lost[0] |= call.equals("disable cache"));
        bench.at(1, new Apply(0)).at(2, new Apply(1)).at(3, new End("all was injected"));
        Ending ending = bench.run();
        assertThat(bench.b.state()).isEqualTo(b);
        assertThat(ending.healed().residues())
                .contains(new Residue(
                        "no connection to a:1", "curl -X DELETE http://a:1/proxies/db/toxics/foreshock-r1-0"))
                .anySatisfy(residue -> assertThat(residue.what()).contains("the state of a:1 is not known"));
        lost[0] = false;
        assertThat(healed()).isEmpty();
        assertAsBefore();
    }

    private List<Residue> healed() throws IOException {
        try (var book = dev.foreshock.faults.internal.heal.Book.found(
                dev.foreshock.faults.internal.journal.Journal.open(state, "r1").orElseThrow())) {
            return bench.healer().heal(book).residues();
        }
    }

    @Test
    void aServerThatLostItsProxiesIsNoCleanState() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Apply(1)).at(3, new End("all was injected"));
        bench.b.tell(call -> {
            if (call.equals("disable cache")) {
                bench.a.become(new java.util.TreeMap<>());
            }
        });
        Ending ending = bench.run();
        assertThat(ending.healed().residues())
                .singleElement()
                .satisfies(residue -> assertThat(residue.what()).startsWith("proxy 'db' is gone from a:1"))
                .satisfies(residue -> assertThat(residue.byHand())
                        .isEqualTo("curl -d '{\"name\":\"db\",\"listen\":\"127.0.0.1:1\",\"upstream\":\"127.0.0.1:2\","
                                + "\"enabled\":true}' http://a:1/proxies"));
    }

    @Test
    void whatSomebodyElseAddsMeanwhileStaysAndIsToldOf() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Apply(1)).at(3, new End("all was injected"));
        var theirs = new dev.foreshock.faults.control.ToxicState("theirs", "latency", "upstream", 1, "{}");
        bench.b.tell(call -> {
            if (call.equals("disable cache")) {
                bench.b.become(Bench.with(
                        bench.b.state(),
                        new ProxyState("cache", "127.0.0.1:1", "127.0.0.1:2", false, List.of(theirs))));
            }
        });
        Ending ending = bench.run();
        assertThat(ending.healed().residues())
                .singleElement()
                .satisfies(residue ->
                        assertThat(residue.what()).contains("'theirs'").contains("this run did not add it"));
        assertThat(bench.b.state().get("cache").toxics()).containsExactly(theirs);
        assertThat(bench.b.state().get("cache").enabled()).isTrue();
    }

    @Test
    void aToxicOfSomebodyElseRefusesTheRun() {
        bench.a.become(Bench.with(a, MemoryServer.proxy("db", Bench.toxic(9))));
        bench.assume(bench.before());
        assertThatThrownBy(bench::run).hasMessageContaining("not ours to remove");
        assertThat(bench.a.calls()).containsOnly("GET");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aProxyThatIsOffRefusesTheRun() {
        bench.a.become(Bench.with(a, new ProxyState("db", "127.0.0.1:1", "127.0.0.1:2", false, List.of())));
        bench.assume(bench.before());
        assertThatThrownBy(bench::run).hasMessageContaining("must be enabled before a run");
        assertThat(bench.a.calls()).containsOnly("GET");
    }

    @Test
    void aProxyThatIsNotAsPlannedRefusesTheRun() {
        bench.a.become(Bench.with(a, new ProxyState("db", "127.0.0.1:1", "10.0.0.1:2", true, List.of())));
        assertThatThrownBy(bench::run).hasMessageContaining("make the plan again");
        assertThat(bench.a.calls()).containsOnly("GET");
    }

    @Test
    void anotherRunOnTheServerRefusesThisOneAndKeepsItsFence() throws Exception {
        ProxyState fence = new ProxyState(Change.FENCE, "127.0.0.1:0", "r9.invalid:1", false, List.of());
        bench.b.become(Bench.with(b, fence));
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("another run has b:1");
        assertClean(ending);
        assertThat(bench.b.state()).containsEntry(Change.FENCE, fence);
        assertThat(bench.said).isEmpty();
    }

    @Test
    void aProxyThatIsNotInThePlanIsNotTouched() throws Exception {
        bench.at(1, new Apply(3));
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("may not touch");
        assertClean(ending);
        assertThat(bench.a.calls()).noneMatch(call -> call.startsWith("add"));
    }

    @Test
    void aChangeIsMadeOnce() throws Exception {
        bench.at(1, new Apply(0)).at(2, new Undo(0)).at(3, new Apply(0));
        Ending ending = bench.run();
        assertThat(ending.reason()).contains("was made already");
        assertClean(ending);
    }

    @Test
    void withoutAJournalNothingIsDone() throws Exception {
        Files.writeString(state.resolve("file"), "");
        Bench blocked = new Bench(state.resolve("file"));
        assertThatThrownBy(blocked::run).isInstanceOf(IOException.class);
        assertThat(blocked.a.calls()).containsOnly("GET");
    }

    @Test
    void anErrorOfTheGuardItselfUndoesEverything() throws Exception {
        bench.b.have(call -> {
            if (call.equals("disable cache")) {
                throw new StackOverflowError();
            }
            return Fate.DONE;
        });
        bench.at(1, new Apply(0)).at(2, new Apply(1));
        Ending ending = bench.run();
        assertThat(ending.reason()).startsWith("a bug in Foreshock");
        assertClean(ending);
    }
}
