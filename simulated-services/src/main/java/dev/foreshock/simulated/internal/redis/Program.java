package dev.foreshock.simulated.internal.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server program of Redis for this system, as the library embedded-redis has it. */
final class Program {
    private static final String NAME = "redis-server";
    private static final String TRIAL = "trial";
    private static final int MOST_SECONDS = 10;

    private Program() {}

    /**
     * Returns why it does not run here; nothing if it does, which is tried.
     *
     * @param directory where it is unpacked to be tried; what is left of it, if this process is killed meanwhile, is there
     */
    static Optional<String> obstacle(Path directory) {
        if (Program.class.getClassLoader().getResource(resource()) == null) {
            return Optional.of("there is no Redis for this system (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "): without --redis the model keeps the pages");
        }
        try {
            Path trial = directory.toAbsolutePath().resolve(TRIAL);
            try {
                return trouble(unpack(trial));
            } finally {
                Files.deleteIfExists(in(trial));
                Files.deleteIfExists(trial);
            }
        } catch (IOException e) {
            return Optional.of("its program cannot be run in " + directory + " (" + e.getMessage()
                    + "); --state names another directory, which must be on a file system that lets programs run"
                    + " (not mounted noexec)");
        }
    }

    /** It needs libraries that a system may not have, of which only the system itself can tell. */
    private static Optional<String> trouble(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of("its program does not even say its version within " + MOST_SECONDS + " s");
            }
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("its program does not run here: " + said + " (it needs OpenSSL 3)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Unpacks it, so that its user alone can read and run it.
     *
     * @param directory where, which is made if it is not there, for its user alone
     */
    static Path unpack(Path directory) throws IOException {
        Files.createDirectories(directory, rights("rwx------"));
        Path program = in(directory);
        try (InputStream packed = Program.class.getClassLoader().getResourceAsStream(resource())) {
            if (packed == null) {
                throw new IOException("there is no " + resource() + " on the class path");
            }
            Files.createFile(program, rights("rwx------"));
            Files.write(program, packed.readAllBytes());
        }
        return program;
    }

    /** Returns where it lies that was unpacked into a directory. */
    static Path in(Path directory) {
        return directory.resolve(NAME);
    }

    static FileAttribute<?> rights(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /** What the library calls it; a name that is nobody's where it has none. */
    private static String resource() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> "other";
        };
        if (system.contains("mac")) {
            return "redis-server-6.2.6-v5-darwin-" + processor;
        } else if (!system.contains("linux")) {
            return "redis-server-of-another-system";
        }
        return processor.equals("amd64")
                ? "redis-server-6.2.6-v5-linux-amd64"
                : "redis-server-6.2.7-linux-" + processor;
    }
}
