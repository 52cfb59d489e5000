package dev.foreshock.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals to processes that the test starts. */
@EnabledOnOs(OS.LINUX)
class LocalProcessesTest {
    @TempDir
    private Path directory;

    private final ProcessControl control = ProcessControl.local();
    private RealProcess real;
    private OwnedProcess process;

    @BeforeEach
    void start() throws Exception {
        real = RealProcess.start(directory, "it");
        process = real.owned();
    }

    @AfterEach
    void stop() throws Exception {
        real.close();
    }

    private ProcessState now() {
        return control.find(process.identity()).orElseThrow();
    }

    @Test
    void aProcessIsStoppedAndGoesOn() throws Exception {
        assertThat(now()).isEqualTo(new ProcessState(process.identity(), false, true, false));
        control.send(Signal.STOP, process.identity());
        assertThat(now().stopped()).isTrue();
        control.send(Signal.STOP, process.identity());
        control.send(Signal.CONT, process.identity());
        assertThat(now().stopped()).isFalse();
    }

    @Test
    void aProcessIsKilledAlsoWhereItIsStoppedAndStartedAsAnotherOne() throws Exception {
        control.send(Signal.STOP, process.identity());
        control.send(Signal.KILL, process.identity());
        assertThat(control.find(process.identity())).isEmpty();
        assertThat(control.serving(process)).isEmpty();
        control.start(process);
        ProcessState again = control.serving(process).orElseThrow();
        assertThat(again.identity()).isNotEqualTo(process.identity());
        assertThat(again.stopped()).isFalse();
    }

    @Test
    void theCommandForHandsDoesWhatIsDoneWithoutThem() throws Exception {
        control.send(Signal.KILL, process.identity());
        assertThat(new ProcessBuilder("sh", "-c", process.startByHand())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        assertThat(real.comesToRun(process)).isTrue();
        OwnedProcess quoted = new OwnedProcess("it", "/a'b/it.pid", "echo 'c'", 1, process.identity());
        assertThat(quoted.startByHand()).isEqualTo("cd '/a'\\''b' && sh -c 'echo '\\''c'\\'''");
    }

    @Test
    void aProcessThatOnlyHasThePidIsNotTouched() {
        ProcessIdentity other = new ProcessIdentity(process.identity().pid(), "0-somewhen");
        for (Signal signal : Signal.values()) {
            assertThatThrownBy(() -> control.send(signal, other)).hasMessageContaining("its pid is another's by now");
        }
        assertThat(control.find(other)).isEmpty();
        assertThat(now().stopped()).isFalse();
    }

    @Test
    void aPidThatSomebodyElseGotServesNobody() throws Exception {
        OwnedProcess before = new OwnedProcess(
                "it",
                process.pidFile(),
                "",
                1,
                new ProcessIdentity(process.identity().pid(), "0-somewhen"));
        assertThat(control.serving(before)).isEmpty();
    }

    @Test
    void foreshockItselfIsNotTouched() throws Exception {
        Files.writeString(real.pidFile(), ProcessHandle.current().pid() + "\n");
        ProcessState ours = control.named(process.pidFile()).orElseThrow();
        Files.writeString(real.pidFile(), process.identity().pid() + "\n");
        assertThat(ours.ours()).isTrue();
        assertThatThrownBy(() -> control.send(Signal.STOP, ours.identity()))
                .hasMessageContaining("not be Foreshock itself");
    }

    @Test
    void whatHasEndedAndIsOnlyNotForgottenYetDoesNotRun() throws Exception {
        Path file = directory.resolve("zombie.pid");
        // What a shell becomes by exec does not wait for the children of the shell.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $! > zombie.pid; exec sleep 600")
                .directory(directory.toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while ((!Files.exists(file)
                            || Files.size(file) == 0
                            || control.named(file.toString()).isPresent())
                    && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(control.named(file.toString())).isEmpty();
            assertThat(Path.of("/proc", Files.readString(file).strip())).exists();
        } finally {
            parent.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aFileThatIsNoPidFileIsRefusedAndOneThatIsNotThereNamesNobody() throws Exception {
        Path file = directory.resolve("other");
        assertThat(control.named(file.toString())).isEmpty();
        for (String text : new String[] {"", "x", "-1", "0", "12 13", "99999999999"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> control.named(file.toString())).hasMessageContaining("must begin with a pid");
        }
        Files.writeString(file, process.identity().pid() + "\n/var/lib/postgresql\n1700000000\n");
        assertThat(control.named(file.toString()))
                .hasValueSatisfying(state -> assertThat(state.identity()).isEqualTo(process.identity()));
    }

    @Test
    void aStartThatFailsOrNeverNamesAProcessIsRefused() throws Exception {
        control.send(Signal.KILL, process.identity());
        assertThatThrownBy(() -> control.start(starting("exit 3", TimeUnit.SECONDS.toNanos(60))))
                .hasMessageContaining("the command ended with 3");
        assertThatThrownBy(() -> control.start(starting("true", TimeUnit.MILLISECONDS.toNanos(50))))
                .hasMessageContaining("named no new process within 50 ms");
    }

    private OwnedProcess starting(String command, long within) {
        return new OwnedProcess("it", process.pidFile(), command, within, process.identity());
    }

    @Test
    void aProcessIsOfOneRunAtATime() throws Exception {
        try (ProcessControl.Claim claim = control.claim(process)) {
            assertThat(claim).isNotNull();
            assertThatThrownBy(() -> control.claim(process)).hasMessageContaining("another run has process");
        }
        control.claim(process).close();
    }

    @Test
    void theFileOfAClaimGoesWithItsProcess() throws Exception {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "foreshock-process-" + process.identity().pid() + "-"
                        + process.identity().started() + ".lock");
        control.claim(process).close();
        control.forgetEnded();
        assertThat(file).as("another run may be about to lock it").exists();
        ProcessControl.Claim claim = control.claim(process);
        control.send(Signal.KILL, process.identity());
        claim.close();
        assertThat(file).doesNotExist();
        Files.createFile(file);
        control.forgetEnded();
        assertThat(file).as("of a run that was killed").doesNotExist();
    }
}
