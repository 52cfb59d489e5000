package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are held, by their processes. How long anything takes decides nothing. */
class HeldProgramTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();
    private Process held;
    private ProcessHandle program;

    /** Says its pid, and then is no shell any more. */
    private static List<String> program(String then) {
        return List.of("sh", "-c", "echo $$; exec " + then);
    }

    private void start(String signal, List<String> command) throws IOException {
        held = HeldProgram.builder("keeper", signal, command).start();
        started.add(held);
        program = ProcessHandle.of(Long.parseLong(line(held))).orElseThrow();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void endAll() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void whoHoldsItSeesThatItEndedByItselfAndHow() throws Exception {
        start("KILL", program("sleep 600"));
        List<ProcessHandle> all = held.descendants().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);
        assertThat(held.isAlive()).isTrue();
        program.destroyForcibly();
        assertThat(held.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(held.exitValue()).isEqualTo(128 + 9);
        for (ProcessHandle each : all) {
            awaitEnd(each);
        }
    }

    @Test
    void oneThatCannotBeStartedHasEnded() throws Exception {
        Process none = HeldProgram.builder("keeper", "KILL", List.of("/there/is/no/such/program"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(none);
        assertThat(none.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(none.exitValue()).isEqualTo(127);
    }

    @Test
    void itIsEndedByItsSignal() throws Exception {
        held = HeldProgram.builder(
                        "keeper",
                        "TERM",
                        List.of("sh", "-c", "trap 'echo told; exit 3' TERM; echo $$; while :; do sleep 0.01; done"))
                .start();
        started.add(held);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(held.getInputStream(), StandardCharsets.UTF_8))) {
            out.readLine();
            HeldProgram.end(held);
            assertThat(out.readLine()).isEqualTo("told");
        }
        assertThat(held.exitValue()).isEqualTo(3);
    }

    /** A Java machine in between holds it, and is killed. */
    @Test
    void itEndsWithWhoeverHoldsItWhateverKilledThat() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path", "")
                                + System.getProperty("path.separator")
                                + System.getProperty("jdk.module.path", ""),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(holder);
        ProcessHandle sleeper = ProcessHandle.of(Long.parseLong(line(holder))).orElseThrow();
        List<ProcessHandle> all = holder.descendants().toList();
        assertThat(all).contains(sleeper);
        holder.destroyForcibly();
        for (ProcessHandle each : all) {
            awaitEnd(each);
        }
    }

    /** Has a program run until it is killed. */
    static final class Holder {
        private Holder() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws Exception {
            Process held =
                    HeldProgram.builder("keeper", "KILL", program("sleep 600")).start();
            System.out.println(line(held));
            System.out.flush();
            held.waitFor();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itHasASessionOfItsOwnWhichACtrlCForOthersDoesNotReach() throws Exception {
        start("KILL", program("sleep 600"));
        assertThat(session(program)).isEqualTo(held.pid()).isNotEqualTo(session(ProcessHandle.current()));
        assertThat(held.descendants())
                .allSatisfy(each -> assertThat(session(each)).isEqualTo(held.pid()));
    }

    /** Where there is no {@code setsid}, as on macOS. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void perlMakesASessionTooAndRunsTheCommandInItsPlace() throws Exception {
        Path perl = Path.of("/usr/bin/perl");
        Assumptions.assumeTrue(Files.isExecutable(perl), "there is no Perl");
        List<String> command = new ArrayList<>(OwnSession.before(onlyPerl(perl)));
        assertThat(command).first().asString().endsWith("/perl");
        command.addAll(program("sleep 600"));
        Process apart = new ProcessBuilder(command).start();
        started.add(apart);
        assertThat(line(apart)).isEqualTo(String.valueOf(apart.pid()));
        assertThat(session(apart.toHandle())).isEqualTo(apart.pid());
    }

    private String onlyPerl(Path perl) throws IOException {
        Files.createSymbolicLink(directory.resolve("perl"), perl);
        return directory.toString();
    }

    @Test
    void whereNothingMakesASessionACommandIsRunAsItIs() {
        assertThat(OwnSession.before("")).isEmpty();
        assertThat(OwnSession.before(directory.toString())).isEmpty();
    }

    /** Returns the session of a process: the sixth word that the system says of it, after its name in parentheses. */
    private static long session(ProcessHandle process) {
        try {
            String said = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return Long.parseLong(said.substring(said.lastIndexOf(')') + 2).split(" ", -1)[3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
