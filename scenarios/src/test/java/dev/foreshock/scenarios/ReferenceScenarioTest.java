package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library holds. */
class ReferenceScenarioTest {

    private static final Path LIBRARY = Fixtures.MODULE.resolve("src/main/resources/library");

    @Test
    void theReferenceScenarioReadFromItsFileEqualsTheOneBuiltInJava() {
        LoadResult read = ScenarioLoader.standard().load(Source.library("viral-promo-surge"));
        assertThat(read.diagnostics()).isEmpty();
        Scenario built = ViralPromoSurge.scenario();
        assertThat(read.scenario()).usingRecursiveComparison().isEqualTo(built); // names what differs
        assertThat(read.scenario()).isEqualTo(built);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyLibraryScenarioLoadsWithoutAWordThatIsNotMeantUnchangedAndInEveryVariant(String name) {
        LoadResult asItIs = ScenarioLoader.standard().load(Source.library(name));
        assertThat(odd(asItIs)).isEmpty();
        assertThat(asItIs.scenario()).isNotNull();
        assertThat(asItIs.isChanged()).isFalse();
        for (String variant : asItIs.variants()) {
            LoadResult changed = ScenarioLoader.standard().load(Source.library(name), List.of(variant), List.of());
            assertThat(odd(changed)).as(variant).isEmpty();
            assertThat(changed.scenario()).as(variant).isNotNull().isNotEqualTo(asItIs.scenario());
            assertThat(changed.isChanged()).isTrue();
        }
    }

    /** Returns what there is to say, less what is the point of a scenario: a burst that overloads, a storm of retries. */
    private static List<Diagnostic> odd(LoadResult result) {
        return result.diagnostics().stream()
                .filter(found -> found.code() != Code.OVERLOAD_WITHOUT_SHEDDING)
                .filter(found -> found.code() != Code.RETRIES_WITHOUT_BUDGET
                        || !found.file().equals("library/retry-storm.yaml"))
                .toList();
    }

    @Test
    void theIndexListsExactlyTheScenariosThereAre() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(Library.names()).isEqualTo(names);
        }
        assertThat(Library.scenarios())
                .allSatisfy(each -> assertThat(each.about()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLibraryFileReadFromDiskIsTheSameScenario(String name) {
        LoadResult fromDisk = ScenarioLoader.standard().load(Source.file(LIBRARY.resolve(name + ".yaml")));
        assertThat(fromDisk.scenario())
                .isNotNull()
                .isEqualTo(ScenarioLoader.standard().load(Source.library(name)).scenario());
    }

    static List<String> names() {
        return Library.names();
    }
}
