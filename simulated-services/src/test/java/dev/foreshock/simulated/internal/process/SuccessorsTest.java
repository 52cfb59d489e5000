package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.simulated.internal.wire.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What took the place of a process that was killed, by processes. */
class SuccessorsTest {
    private static final long FIRST = 1;

    @TempDir
    Path directory;

    private Room room;
    private Successors successors;
    private Process again;

    @BeforeEach
    void start() throws IOException {
        room = new Room(directory);
        successors = new Successors(room);
        again = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        again.destroyForcibly();
    }

    private void isNow(long pid) throws IOException {
        Files.writeString(room.pidFile("db"), pid + "\n");
    }

    @Test
    void whileNothingTookItsPlaceNothingHasEnded() throws IOException {
        assertThat(successors.ended("db", FIRST)).as("nobody said who it is").isEmpty();
        isNow(FIRST);
        assertThat(successors.ended("db", FIRST)).isEmpty();
    }

    @Test
    void howOneEndedIsWhatAShellWroteDownAndTheEndOfItsLog() throws Exception {
        isNow(again.pid());
        assertThat(successors.ended("db", FIRST)).as("it lives").isEmpty();
        again.destroyForcibly().waitFor();
        String program = "the process of db that was started again";
        assertThat(successors.ended("db", FIRST))
                .as("the shell has not written yet")
                .contains(new Death(program, ""));
        Files.writeString(room.statusFile("db"), "");
        assertThat(successors.ended("db", FIRST)).as("nor now").contains(new Death(program, ""));
        Files.writeString(room.statusFile("db"), "137\n");
        Files.writeString(room.logFile("db"), "one\n\ntwo\n");
        assertThat(successors.ended("db", FIRST))
                .contains(
                        new Death(program, "exit status 137 (by SIGKILL); the end of what it said:\n    one\n    two"));
    }

    @Test
    void oneThatEndedBeforeAnybodyLookedIsFoundToo() throws Exception {
        isNow(again.pid());
        again.destroyForcibly().waitFor();
        assertThat(successors.ended("db", FIRST)).isPresent();
    }

    @Test
    void oneThatTakesThePlaceOfASuccessorLives() throws Exception {
        isNow(again.pid());
        assertThat(successors.ended("db", FIRST)).isEmpty();
        again.destroyForcibly().waitFor();
        isNow(ProcessHandle.current().pid());
        assertThat(successors.ended("db", FIRST)).isEmpty();
    }
}
