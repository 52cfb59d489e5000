package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a rehearsal may have left.
 *
 * @param state the state directory, which is in the command of whoever belongs to a twin, or is where they work, as the children of a
 *     database do, which call themselves what they like
 */
public record TwinRemains(Path state) {
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(state.toString()))
                                .isPresent()
                        || worksThere(process))
                .toList();
    }

    private boolean worksThere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"))
                    .startsWith(state);
        } catch (IOException e) {
            return false; // it has ended, or this system does not tell
        }
    }

    /** Waits until all processes have ended, and asserts that no directory of a twin is there. */
    public void assertNone() throws IOException {
        for (ProcessHandle process : processes()) {
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        assertThat(Console.names(state.resolve("twins"))).isEmpty();
    }
}
