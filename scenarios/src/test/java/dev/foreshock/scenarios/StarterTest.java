package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.judge.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario to start from does what its comments say. */
class StarterTest {

    @TempDir
    Path directory;

    @Test
    void itLoadsWithoutAWarningAndIsOfTheNewestVersions() throws Exception {
        assertThat(Fixtures.load(directory, Starter.twoTiers()).diagnostics()).isEmpty();
        assertThat(FileMigration.of(directory.resolve("scenario.yaml")).isChange())
                .isFalse();
        assertThat(Starter.twoTiers()).startsWith("# yaml-language-server: $schema=" + Starter.SCHEMA_FILE + "\n");
    }

    @Test
    void itsGatesDeviateAndItsVariantHelps() {
        Fixtures.load(directory, Starter.twoTiers());
        assertThat(verdict(List.of())).isEqualTo(Verdict.DEVIATED);
        assertThat(verdict(List.of("early-alert"))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void everySettingThatIsANumberIsExplained() throws Exception {
        Path file = Files.writeString(directory.resolve("scenario.yaml"), Starter.twoTiers());
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.matches("\\s+[a-z-]+: [0-9].*") && !line.contains("\""))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("# "));
    }

    private Verdict verdict(List<String> variants) {
        LoadResult loaded =
                ScenarioLoader.standard().load(Source.file(directory.resolve("scenario.yaml")), variants, List.of());
        return Simulation.of(Objects.requireNonNull(loaded.scenario()))
                .run(RunOptions.inline(10))
                .verdict();
    }
}
