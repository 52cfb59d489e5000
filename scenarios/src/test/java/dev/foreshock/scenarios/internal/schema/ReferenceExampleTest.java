package dev.foreshock.scenarios.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Fixtures;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example at the top of the reference is a scenario that runs. */
class ReferenceExampleTest {

    private static final Path EXAMPLE = Fixtures.MODULE.resolve("src/main/resources/reference/example.yaml");

    @Test
    void theExampleIsSoundAndRuns() {
        LoadResult loaded = ScenarioLoader.standard().load(Source.file(EXAMPLE));
        assertThat(loaded.diagnostics()).isEmpty();
        Scenario scenario = loaded.scenario();
        assertThat(scenario).isNotNull();
        RunSet runs = Simulation.of(scenario).run(RunOptions.inline(2));
        assertThat(runs.gates()).hasSize(4);
        assertThat(runs.exemplarRun().components())
                .containsOnlyKeys(scenario.system().components().keySet());
    }

    @Test
    void theReferenceShowsItAsItIs() throws IOException {
        assertThat(ReferencePage.of(Catalog.standard())).contains("```yaml\n" + Files.readString(EXAMPLE) + "```");
    }
}
