package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.cause.Causes;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.scenarios.internal.schema.ReferencePage;
import dev.foreshock.scenarios.internal.schema.SchemaWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One class with its record and one line of the catalog make a new component known everywhere. */
class ToyComponentTest {

    private static final Catalog CATALOG =
            Catalog.standard().with(new Kind<>(ComponentSpec.class, "toy", Toy.Spec.class));

    @TempDir
    Path directory;

    @Test
    void filesCanHaveIt() throws IOException {
        Scenario scenario = load("{ is: toy, delay: 20ms }").scenario();
        assertThat(scenario).isNotNull();
        assertThat(scenario.system().components()).containsEntry("gadget", new Toy.Spec(Duration.ofMillis(20), 3));
    }

    @Test
    void itsMistakesAreExplainedLikeThoseOfAnyOther() throws IOException {
        assertThat(load("{ is: toy, dely: 20ms }").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.MISSING_SETTING, Code.UNKNOWN_SETTING);
        assertThat(load("{ is: toy, delay: 20ms, colors: 0 }").diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("'colors' must be at least 1, but was 0");
        assertThat(load("{ is: tyo, delay: 20ms }").diagnostics().get(0).help())
                .isEqualTo("'toy' exists; kinds are: balancer, database, opaque, queue, server, toy");
    }

    @Test
    void schemaAndReferenceKnowIt() {
        assertThat(new SchemaWriter(CATALOG).system()).contains("\"component.toy-part\"", "\"How long it plays.\"");
        assertThat(ReferencePage.of(CATALOG))
                .contains("### `is: toy`", "| **`delay`** | duration |  | How long it plays. |");
    }

    @Test
    void whatItSaysOfItsSettingsMakesThemCausesThatCanBeTakenAway() throws IOException {
        Scenario scenario = load("{ is: toy, delay: 20ms }").scenario();
        assertThat(scenario).isNotNull();

        assertThat(Causes.of(scenario)).contains(new Cause("gadget.delay", Influence.LIMIT, "It plays for no time."));
        assertThat(Causes.without(scenario, "gadget.delay").system().components())
                .containsEntry("gadget", new Toy.Spec(Duration.ZERO, 3));
    }

    @Test
    void itRunsAndIsMeasuredLikeAnyOther() throws IOException {
        String text =
                Files.readString(write("{ is: toy, delay: 20ms, colors: 4 }")).replace("enters: web", "enters: gadget");
        assertThat(text).contains("enters: gadget");
        Path file = Files.writeString(directory.resolve("played.yaml"), text);
        Scenario scenario = ScenarioLoader.with(CATALOG).load(Source.file(file)).scenario();
        assertThat(scenario).isNotNull();

        RunResult run = Simulation.of(scenario).run(RunOptions.inline(1)).exemplarRun();

        ComponentFigures gadget = run.components().get("gadget");
        assertThat(gadget).isNotNull();
        assertThat(gadget.arrivals()).isPositive();
        assertThat(gadget.responseTime()).isEqualTo(0.02);
        assertThat((double) gadget.completions() / gadget.arrivals()).isBetween(0.74, 0.76);
    }

    private Path write(String gadget) throws IOException {
        String text = Fixtures.small().replace("users:\n", "  gadget: " + gadget + "\nusers:\n");
        return Files.writeString(directory.resolve("toy.yaml"), text);
    }

    private LoadResult load(String gadget) throws IOException {
        return ScenarioLoader.with(CATALOG).load(Source.file(write(gadget)), List.of(), List.of());
    }
}
