package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Uncertain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        isComparedAlike(Source.library(name), Changes.NONE);
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

    private void isComparedAlike(Source source, Changes changes) throws IOException {
        means(source, changes);
        sameField(
                ScenarioLoader.standard().field(source, changes, false),
                ScenarioLoader.standard().field(Source.file(directory.resolve("shown.yaml")), Changes.NONE, false));
    }

    private static void sameField(LoadedField original, LoadedField again) {
        Field before = Objects.requireNonNull(original.field());
        Field after = Objects.requireNonNull(again.field());
        assertThat(after.contenders()).isEqualTo(before.contenders());
        assertThat(again.ranking()).isEqualTo(original.ranking());
        assertThat(again.holds()).isEqualTo(original.holds());
        assertThat(again.draws()).isEqualTo(original.draws());
        assertThat(again.variants()).isEqualTo(original.variants());
        for (Contender contender : before.contenders()) {
            assertThat(after.scenario(contender, Map.of())).isEqualTo(before.scenario(contender, Map.of()));
            assertThat(after.uncertain(contender))
                    .extracting(Uncertain::path)
                    .isEqualTo(before.uncertain(contender).stream()
                            .map(Uncertain::path)
                            .toList());
        }
    }

    @Test
    void variantsAndHowTheyAreComparedAreShown() throws IOException {
        Path file = Files.writeString(
                directory.resolve("layered.yaml"), LAYERED.substring(0, LAYERED.indexOf("variants:")) + """
                variants:
                  more: { set: { web.workers: +50%, web.queue: null } }
                  other: { about: "one: two", set: { db.pool: { is: 7, range: 6 .. 9 }, users.shopper.patience: null }, costs: { days: 2/promo } }
                  both: [more, other]
                  classy: { set: { classes.service.workers: 40 } }
                compare: { holds: 80%, draws: 60, rank-by: days, per-year: { promo: 4 } }
                """);

        Shown shown = ScenarioLoader.standard().show(Source.file(file), Changes.NONE);

        assertThat(text(shown))
                .contains("  both: [more, other]", "  holds: 80%", "      db.pool: {is: 7, range: 6 .. 9}")
                .doesNotContain("classy");
        assertThat(line(shown, "variants.other.costs").text()).isEqualTo("    costs:");
        Path kept = Files.writeString(
                directory.resolve("kept.yaml"), Files.readString(file).replaceAll("(?m)^  classy.*\n", ""));
        isComparedAlike(Source.file(kept), Changes.NONE);
        Path alone = Files.writeString(
                directory.resolve("alone.yaml"), Files.readString(kept).replaceAll("(?m)^  both.*\n", ""));
        means(Source.file(alone), new Changes(List.of(), List.of("other"), List.of()));
    }

    @Test
    void multiplesAreShownAsWhatTheyComeToAndMeanTheSame() throws IOException {
        Files.writeString(directory.resolve("base.yaml"), LAYERED);
        Path over = Files.writeString(directory.resolve("over.yaml"), """
                foreshock: 1
                semantics: 2026.2
                from: base.yaml
                scenario: over
                knobs: { workers: +30% }
                components:
                  web: { replicas: x3, restart: { takes: x0.7, cold: -33% }, workers: x2 }
                  db: { pool: x3 }
                users: { shopper: { patience: +7%, after-failure: { refresh: 10% } } }
                traffic: { shopper: { usual: +33.3% } }
                """);
        means(Source.file(over), Changes.NONE);
        Shown shown = ScenarioLoader.standard().show(Source.file(over), Changes.NONE);
        assertThat(line(shown, "web.replicas").text()).endsWith("replicas: 3");
        assertThat(line(shown, "web.replicas").remark()).isEqualTo("x3 of 1, built-in");
        assertThat(line(shown, "db.pool.range").text()).endsWith("range: 12 .. 24");
        assertThat(line(shown, "knobs.workers.is").text()).endsWith("is: 13");
        assertThat(line(shown, "web.workers").text()).endsWith("workers: 26");
        assertThat(line(shown, "web.workers").remark()).startsWith("x2 of $workers at ");
        means(Source.file(over), new Changes(List.of(), List.of("more"), List.of("knobs.workers=x3", "db.query=+11%")));
    }

    @Test
    void aSystemIsShownAsASystem() throws IOException {
        Path part = Files.writeString(directory.resolve("part.yaml"), """
                foreshock: 1
                semantics: 2026.2
                system: part
                needs: [identity]
                components:
                  web: { is: server, workers: 5, work: 1ms, replicas: x2, calls: { identity: {}, db: {} } }
                  db: { is: database, pool: 5, query: 1ms }
                """);
        String text = text(ScenarioLoader.standard().show(Source.file(part), Changes.NONE));
        assertThat(text)
                .contains("system: part", "needs: [identity]", "replicas: 2")
                .doesNotContain("scenario:", "clock:", "  identity:\n    is");
        Path copy = Files.writeString(directory.resolve("shown.yaml"), text);
        LoadResult again = ScenarioLoader.standard().load(Source.file(copy));
        assertThat(again.diagnostics()).as(text).isEmpty();
        assertThat(again.kind()).isEqualTo(DocumentKind.SYSTEM);
        assertThat(text(ScenarioLoader.standard().show(Source.file(copy), Changes.NONE)))
                .isEqualTo(text);
    }

    @Test
    void aTargetIsShownAsItIs() throws IOException {
        Path target = Files.writeString(directory.resolve("here.yaml"), """
                foreshock: 1
                semantics: 2026.2
                target: here
                environment: local
                probes:
                  alive: http://127.0.0.1:8080/
                """);
        assertThat(text(ScenarioLoader.standard().show(Source.file(target), Changes.NONE)) + "\n")
                .isEqualTo(Files.readString(target));
    }

    @Test
    void whatIsEmptyByItselfIsNotShown() {
        assertThat(text(ScenarioLoader.standard().show(Source.library("viral-promo-surge"), Changes.NONE)))
                .doesNotContain(": \"\"");
    }

    @Test
    void aSectionAPathOrASelectorIsShownAlone() throws IOException {
        Path file = Files.writeString(directory.resolve("layered.yaml"), LAYERED);
        Shown shown = ScenarioLoader.standard().show(Source.file(file), Changes.NONE);
        assertThat(shown.only("components").get(0).text()).isEqualTo("components:");
        assertThat(shown.only("components")).extracting(Shown.Line::path).contains("web.work.is", "db.pool.is");
        assertThat(shown.only("users")).extracting(Shown.Line::path).startsWith("users", "users.shopper");
        assertThat(shown.only("web.calls").get(0).path()).isEqualTo("web.calls");
        assertThat(shown.only("tier=mid")).isEqualTo(shown.only("web")).isNotEmpty();
        assertThat(shown.only("is=database")).isEqualTo(shown.only("db")).isNotEmpty();
        assertThat(shown.only("w*")).isEqualTo(shown.only("web"));
        assertThat(shown.only("tier=edge")).isEmpty();
        assertThat(shown.only("webb")).isEmpty();
    }

    private static String text(Shown shown) {
        return shown.lines().stream().map(Shown.Line::text).collect(Collectors.joining("\n"));
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
