package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A client of Toxiproxy in another language, run as a process. */
final class ForeignClient {
    private static final long PATIENCE_SECONDS = 60;

    private ForeignClient() {}

    /** Returns what {@code variable} names; where that is nothing and {@code what} is not required, the test is skipped. */
    static Path find(String variable, String what) {
        assumeTrue(Surroundings.has(variable) || Surroundings.requires(what), variable + " names no client");
        Path found = Path.of(System.getenv().getOrDefault(variable, ""));
        assertThat(found).as(variable).isReadable();
        return found;
    }

    /** Runs it until it ends. */
    static Result run(List<String> command, Map<String, String> environment) {
        Path said = null;
        Path complained = null;
        try {
            said = Files.createTempFile("client", ".out");
            complained = Files.createTempFile("client", ".err");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectOutput(said.toFile())
                    .redirectError(complained.toFile());
            // What leads to the web must not lead there from loopback.
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("%s ends", command)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(said, StandardCharsets.UTF_8)
                            + Files.readString(complained, StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            delete(said);
            delete(complained);
        }
    }

    private static void delete(Path file) {
        if (file != null) {
            assertThat(file.toFile().delete()).isTrue();
        }
    }

    /**
     * How it ended.
     *
     * @param status what it ended with
     * @param said what it printed, then what it complained of
     */
    record Result(int status, String said) {}
}
