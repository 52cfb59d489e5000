package dev.foreshock.faults.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts mains of the tests in processes of their own, and sends signals to processes that a test started. */
final class Java {
    private Java() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void signal(String signal, long pid) throws IOException, InterruptedException {
        // The shell's own, as not every system has a command of that name.
        int code = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("no signal " + signal + " to " + pid);
        }
    }
}
