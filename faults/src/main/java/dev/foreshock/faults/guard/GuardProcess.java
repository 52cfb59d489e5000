package dev.foreshock.faults.guard;

import dev.foreshock.faults.internal.fork.JavaFork;
import dev.foreshock.faults.internal.guard.GuardMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the process of a guard. */
final class GuardProcess {
    private GuardProcess() {}

    static Process start(Path state) {
        try {
            return JavaFork.of(
                            List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"),
                            GuardMain.class.getName(),
                            List.of(state.toAbsolutePath().toString()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard could not be started", e);
        }
    }
}
