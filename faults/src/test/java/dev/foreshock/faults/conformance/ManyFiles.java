package dev.foreshock.faults.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main of the tests in a process of its own, which may have as many files as the system allows. It ends with its input. */
final class ManyFiles implements AutoCloseable {
    private static final String RAISED = "ulimit -Hn 65536 2>/dev/null; ulimit -Sn \"$(ulimit -Hn)\"; ";

    private final Process process;
    private final BufferedReader said;

    private ManyFiles(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns how many files a process of this kind may have. */
    static int limit() throws IOException {
        return limit(RAISED + "ulimit -n");
    }

    /** Returns how many files this process may have. */
    static int limitHere() throws IOException {
        return limit("ulimit -Hn");
    }

    private static int limit(String script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        String limit = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit);
    }

    static ManyFiles start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                RAISED + "exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ManyFiles(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Returns the next line that it says. */
    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new AssertionError("the process ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
