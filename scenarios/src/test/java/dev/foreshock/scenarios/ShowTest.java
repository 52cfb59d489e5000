package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown is a scenario file that means the same, and every line knows what said so. */
class ShowTest {

    private static final String LAYERED = """
            foreshock: 1
            semantics: 2026.2
            scenario: layered
            about: "Quotes, and: a colon # and a hash"
            clock: 2026-03-14T08:00Z .. 09:00
            knobs: { workers: { is: 10, range: 5 .. 20, basis: chosen } }
            classes:
              service: { is: server, workers: $workers, work: "lognormal(mean 20ms, cv 1)", labels: { tier: mid } }
            defaults: { components: { tier=mid: { queue: 50 } } }
            components:
              web: { like: service, work: x3, calls: { db: { timeout: 1s, link: { latency: 1ms, connections: 5 } } } }
              db: { is: database, pool: { is: 5, range: 4 .. 8, basis: measured }, query: "exponential(mean 5ms)", was: store }
            users:
              shopper: { enters: web, visit: { pages: 3, think: 5s .. 30s } }
            traffic: { shopper: { usual: 4/s } }
            monitors: { down: { watches: is=server, alert: success < 95% for 1m, tells: [down] } }
            gates: { upright: { require: crashes(web) = 0, in: 90% } }
            variants: { more: { set: { web.workers: +50%, web.queue: null } } }
            """;

    @TempDir
    Path directory;

    static List<String> scenarios() {
        // A recording is named relatively to its file, so what is shown elsewhere does not find it.
        return Library.names().stream()
                .filter(name -> !name.equals("real-burst"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsShownOfALibraryScenarioIsTheSameScenario(String name) throws IOException {
        means(Source.library(name), Changes.NONE);
    }

    @Test
    void whatIsShownOfAScenarioInLayersIsTheSameScenario() throws IOException {
        Path file = Files.writeString(directory.resolve("layered.yaml"), LAYERED);
        means(Source.file(file), Changes.NONE);
        means(Source.file(file), new Changes(List.of(), List.of("more"), List.of("db.query=x2")));
    }

    private void means(Source source, Changes changes) throws IOException {
        LoadResult original = ScenarioLoader.standard().load(source, changes);
        assertThat(original.scenario()).isNotNull();
        Shown shown = ScenarioLoader.standard().show(source, changes);
        String text = shown.lines().stream().map(Shown.Line::text).collect(Collectors.joining("\n"));
        Path copy = Files.writeString(directory.resolve("shown.yaml"), text);
        LoadResult again = ScenarioLoader.standard().load(Source.file(copy));
        assertThat(again.errors()).as(text).isEmpty();
        assertThat(again.scenario()).isEqualTo(original.scenario());
    }

    @Test
    void everyLineSaysWhichLayerItComesFrom() throws IOException {
        Path file = Files.writeString(directory.resolve("layered.yaml"), LAYERED);
        Shown shown = ScenarioLoader.standard()
                .show(Source.file(file), new Changes(List.of(), List.of("more"), List.of("web.replicas=2")));
        assertThat(line(shown, "web.workers").layer()).isEqualTo("variant more");
        assertThat(line(shown, "web.workers").text()).endsWith("workers: 15");
        assertThat(line(shown, "web.queue").layer()).isEqualTo("variant more");
        assertThat(line(shown, "web.queue").text()).endsWith("queue: null");
        assertThat(line(shown, "web.replicas").layer()).isEqualTo("set");
        assertThat(line(shown, "web.is").layer()).isEqualTo("class service");
        assertThat(line(shown, "web.is").place().line()).isEqualTo(8);
        assertThat(line(shown, "web.restart.takes").layer()).isEqualTo("built-in");
        assertThat(line(shown, "db.pool.is").layer()).isEqualTo("file");
        Shown unchanged = ScenarioLoader.standard().show(Source.file(file), Changes.NONE);
        assertThat(line(unchanged, "web.workers").remark()).isEqualTo("= 10");
        assertThat(line(unchanged, "web.queue").layer()).isEqualTo("class defaults tier=mid");
    }

    private static Shown.Line line(Shown shown, String path) {
        return shown.lines().stream()
                .filter(line -> line.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " must be shown"));
    }
}
