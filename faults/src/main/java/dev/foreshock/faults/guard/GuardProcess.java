package dev.foreshock.faults.guard;

import dev.foreshock.faults.internal.guard.GuardMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the process of a guard, with the Java and the classes of this one. */
final class GuardProcess {
    private GuardProcess() {}

    static Process start(Path state) {
        String classes = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        String separator = classes.isEmpty() || modules.isEmpty() ? "" : System.getProperty("path.separator");
        try {
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            // Small and quickly there: it waits most of its life.
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            classes + separator + modules,
                            GuardMain.class.getName(),
                            state.toAbsolutePath().toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard could not be started", e);
        }
    }
}
