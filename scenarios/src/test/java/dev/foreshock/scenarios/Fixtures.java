package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that tests compare with, and small scenarios to spoil. */
public final class Fixtures {

    /** The module's directory; tests run in it. */
    public static final Path MODULE =
            Path.of(System.getProperty("foreshock.root", "..")).resolve("scenarios");

    /** Set to write what a test would compare with: {@code mvn test -pl engine,scenarios -Dforeshock.regenerate=true}. */
    private static final boolean REGENERATE = Boolean.getBoolean("foreshock.regenerate");

    private static final String SMALL = """
            foreshock: 1
            semantics: 2026.1
            scenario: small
            clock: 2026-03-14T08:00Z .. 09:00
            components:
              web: { is: server, workers: 10, work: 20ms, calls: { db: { timeout: 1s } } }
              db: { is: database, pool: 5, query: exponential(mean 5ms) }
            users:
              shopper: { enters: web, visit: { pages: 3, think: 5s .. 30s } }
            traffic:
              shopper: { usual: 4/s }
            """;

    private Fixtures() {}

    /** Returns a small sound scenario followed by {@code more} lines. */
    public static String small(String... more) {
        return SMALL + String.join("\n", more) + "\n";
    }

    /** Loads a text as if it were a file in {@code directory}. */
    public static LoadResult load(Path directory, String text, String... sets) {
        try {
            Path file = Files.writeString(directory.resolve("scenario.yaml"), text);
            return ScenarioLoader.standard().load(Source.file(file), List.of(), List.of(sets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires that {@code file} holds {@code text}, or makes it so when asked to. */
    public static void assertCurrent(Path file, String text) {
        try {
            if (REGENERATE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as(
                            "%s must be what is generated; mvn test -pl engine,scenarios -Dforeshock.regenerate=true writes it",
                            file)
                    .exists();
            assertThat(text)
                    .as("%s is stale; mvn test -pl engine,scenarios -Dforeshock.regenerate=true writes it", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
