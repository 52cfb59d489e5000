package dev.foreshock.faults.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Healing;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.process.RealProcess;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One real process is stopped and another killed, by an injector and a guard that are killed and stopped themselves. */
@EnabledOnOs(OS.LINUX)
class GuardedProcessTest {
    private static final String LONG_LEASE_MILLIS = "120000";
    /** Long enough for a busy machine to renew it. */
    private static final String SHORT_LEASE_MILLIS = "5000";

    @TempDir
    private Path directory;

    private RealProcess hung;
    private RealProcess dead;
    private OwnedProcess hungBefore;
    private OwnedProcess deadBefore;

    @BeforeEach
    void start() throws Exception {
        hung = RealProcess.start(directory, "hung");
        dead = RealProcess.start(directory, "dead");
        hungBefore = hung.owned();
        deadBefore = dead.owned();
    }

    @AfterEach
    void stop() throws Exception {
        hung.close();
        dead.close();
    }

    private void assertBroken() {
        assertThat(ProcessControl.local().find(hungBefore.identity()))
                .hasValueSatisfying(state -> assertThat(state.stopped()).isTrue());
        assertThat(ProcessControl.local().find(deadBefore.identity())).isEmpty();
    }

    private void assertMended() throws Exception {
        assertThat(hung.comesToRun(hungBefore)).isTrue();
        assertThat(dead.comesToRun(deadBefore)).isTrue();
        assertThat(hung.owned().identity()).as("the same").isEqualTo(hungBefore.identity());
        assertThat(dead.owned().identity()).as("another").isNotEqualTo(deadBefore.identity());
    }

    /** An injector that has broken both, and its guard. */
    private record Running(Process injector, ProcessHandle guard, BufferedReader said) implements AutoCloseable {
        static Running start(Path directory, String leaseMillis) throws Exception {
            Process process = Java.start(ProcessInjector.class, directory.toString(), leaseMillis);
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            assertThat(line).startsWith("broken ");
            return new Running(
                    process,
                    ProcessHandle.of(Long.parseLong(line.substring("broken ".length())))
                            .orElseThrow(),
                    said);
        }

        @Override
        public void close() {
            // The injector first: while it is stopped, it does not see its guard end.
            injector.destroyForcibly().onExit().join();
            guard.destroyForcibly();
            guard.onExit().join();
        }
    }

    @Test
    void bothAreMendedAsOrderedAndNoOtherRunMayStrikeThemMeanwhile() throws Exception {
        Assignment assignment = ProcessInjector.assignment(directory, TimeUnit.MINUTES.toNanos(2));
        try (GuardedRun run = GuardedRun.start(assignment, directory)) {
            run.apply(0);
            run.apply(1);
            assertBroken();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> ProcessControl.local().claim(hungBefore)))
                    .hasMessageContaining("another run has process");
            run.undo(1);
            Ending ending = run.end("the test is over");
            assertThat(ending.isAsked()).isTrue();
            assertThat(ending.healed().residues()).isEmpty();
        }
        assertMended();
        assertThat(Healing.in(directory, Duration.ofSeconds(20)).unfinished()).isEmpty();
    }

    @Test
    void whenTheInjectorIsKilledTheGuardMendsBoth() throws Exception {
        try (Running running = Running.start(directory, LONG_LEASE_MILLIS)) {
            assertBroken();
            running.injector().destroyForcibly();
            assertMended();
        }
    }

    @Test
    void whenTheInjectorIsStoppedTheGuardMendsBothAtTheEndOfTheLease() throws Exception {
        try (Running running = Running.start(directory, SHORT_LEASE_MILLIS)) {
            Java.signal("STOP", running.injector().pid());
            assertMended();
        }
    }

    @Test
    void whenBothAreKilledTheJournalHeals() throws Exception {
        try (Running running = Running.start(directory, LONG_LEASE_MILLIS)) {
            Java.signal("STOP", running.guard().pid());
            running.injector().destroyForcibly().onExit().join();
        }
        assertBroken();
        Healing healing = Healing.in(directory, Duration.ofSeconds(20));
        Healed healed = healing.heal("r1").orElseThrow();
        assertThat(healed.residues()).isEmpty();
        assertThat(healed.undone())
                .containsExactly(
                        deadBefore.startByHand(),
                        "kill -CONT " + hungBefore.identity().pid());
        assertMended();
        assertThat(healing.unfinished()).isEmpty();
    }
}
