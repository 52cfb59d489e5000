package dev.foreshock.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Changes;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.Fixtures;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The marketplace is large and written in few lines, and its promo does what its file says. */
class MarketplaceTest {

    private static final Path LIBRARY = Fixtures.MODULE.resolve("src/main/resources/library");
    private static final int MOST_LINES = 150;

    static List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY.resolve("systems/marketplace"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyPartCanBeCheckedAlone(Path part) {
        LoadResult alone = ScenarioLoader.standard().load(Source.file(part));
        assertThat(alone.errors()).isEmpty();
        assertThat(alone.kind()).isEqualTo(DocumentKind.SYSTEM);
    }

    @Test
    void thirtyComponentsTakeLessThanAHundredAndFiftyLines() throws IOException {
        int lines = 0;
        for (Path part : parts()) {
            lines += (int) Files.readAllLines(part).stream()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .count();
        }
        assertThat(lines).isLessThan(MOST_LINES);
        assertThat(load().system().components()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void thePromoTakesTheShopDownAndALargerCheckoutHolds() {
        RunSet asItIs = run(load());
        assertThat(asItIs.exemplarRun().components())
                .allSatisfy((name, figures) ->
                        assertThat(figures.arrivals()).as(name).isPositive());
        // How often a server crashes varies too much for three replications to decide.
        assertThat(asItIs.gates())
                .filteredOn(gate -> !gate.name().startsWith("upright"))
                .hasSize(3)
                .allMatch(gate -> gate.verdict() == Verdict.DEVIATED);
        assertThat(asItIs.gates()).noneMatch(gate -> gate.verdict() == Verdict.PASSED);
        assertThat(run(load("checkout")).gates()).allMatch(gate -> gate.verdict() == Verdict.PASSED);
    }

    @Test
    void theOverlayLiesOverThePromo() {
        LoadResult over = ScenarioLoader.standard()
                .load(
                        Source.library("marketplace-promo"),
                        new Changes(List.of(LIBRARY.resolve("overlays/cold-caches.yaml")), List.of(), List.of()));
        assertThat(over.errors()).isEmpty();
        assertThat(over.scenario()).isNotNull().isNotEqualTo(load());
    }

    private static Scenario load(String... variants) {
        return Objects.requireNonNull(ScenarioLoader.standard()
                .load(Source.library("marketplace-promo"), List.of(variants), List.of())
                .scenario());
    }

    private static RunSet run(Scenario scenario) {
        return Simulation.of(scenario).run(RunOptions.inline(3));
    }
}
