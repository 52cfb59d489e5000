package dev.foreshock.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages that are looked at, made once by the command itself; they stay in {@code target} to be looked at. */
final class Reports {
    private static final Path HOME = Path.of("target", "browser").toAbsolutePath();

    private static Path run;
    private static Path comparison;
    private static Path steady;

    private Reports() {}

    /** Returns the directory of a run of the reference scenario. */
    static synchronized Path run() {
        if (run == null) {
            run = make("run", "run", "viral-promo-surge", "--replications", "2");
        }
        return run;
    }

    /** Returns the directory of a comparison for a shop that is small enough to be compared in seconds. */
    static synchronized Path comparison() {
        if (comparison == null) {
            Path shop = Path.of("src", "test", "resources", "browser", "little-shop.yaml");
            comparison = make("comparison", "compare", shop.toString(), "--no-pairs");
        }
        return comparison;
    }

    /** Returns the directory of a steady run of two counters. */
    static synchronized Path steady() {
        if (steady == null) {
            Path counter = Path.of("src", "test", "resources", "browser", "counter.yaml");
            steady = make("steady", "run", counter.toString(), "--steady", "--warm-up", "20m", "--seed", "7");
        }
        return steady;
    }

    static Path page(Path directory) {
        return directory.resolve("report.html");
    }

    static JsonNode json(Path directory, String name) {
        try {
            return new ObjectMapper().readTree(directory.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a page without what {@code pattern} matches beside it, as a viewer that blocks that would show it. */
    static Path without(Path page, String pattern) throws IOException {
        String whole = Files.readString(page);
        String rest = whole.replaceAll("(?s)" + pattern, "");
        assertThat(rest).isNotEqualTo(whole);
        return Files.writeString(page.resolveSibling("blocked.html"), rest);
    }

    private static Path make(String name, String... command) {
        Path directory = HOME.resolve(name);
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("--out", directory.toString(), "--quiet"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Main.run(whole.toArray(String[]::new), to, to))
                .as(() -> said.toString(StandardCharsets.UTF_8))
                .isIn(0, 4, 5);
        return directory;
    }
}
