package dev.foreshock.faults.guard;

import dev.foreshock.faults.internal.fork.JavaFork;
import dev.foreshock.faults.internal.guard.GuardMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the process of a guard. */
final class GuardProcess {
    private GuardProcess() {}

    static Process start(Path state, String mark) {
        List<String> machine = new ArrayList<>();
        if (!mark.isEmpty()) {
            // First, as some systems tell only the beginning of a command.
            machine.add(mark);
        }
        machine.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"));
        try {
            return JavaFork.of(
                            machine,
                            GuardMain.class.getName(),
                            List.of(state.toAbsolutePath().toString()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard could not be started", e);
        }
    }
}
