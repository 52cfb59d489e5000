package dev.foreshock.cli.internal.whatif;

import static dev.foreshock.cli.internal.whatif.EditedReport.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison that was edited so that it contradicts itself is not reported as if it were one. */
class EditedComparisonTest {
    @TempDir
    Path directory;

    private EditedReport report = new EditedReport(Path.of(""));

    @BeforeEach
    void compare() throws IOException {
        Path shop = Files.writeString(directory.resolve("shop.yaml"), CompareTest.SHOP);
        new Console(directory).run("compare", shop.toString(), "--draws", "35", "--out", "out");
        report = new EditedReport(directory.resolve("out"));
    }

    private void refused(Consumer<ObjectNode> edit, String words) {
        assertThat(report.told(root -> {})).as("unedited").isNotEmpty();
        assertThatThrownBy(() -> report.told(edit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aDearerSetIsNotTheCheapest() {
        refused(
                root -> root.put("cheapestSufficient", "planned"),
                "/cheapestSufficient must be no dearer than double, which passed, too, but was planned");
    }

    @Test
    void aSetThatFailedIsNotTheCheapest() {
        refused(
                root -> root.put("cheapestSufficient", "longer"),
                "/cheapestSufficient must be the name of one of the variants that passed, but was longer");
    }

    @Test
    void aPriceIsWhatItsCostsComeTo() {
        refused(
                root -> variant(root, "planned").put("firstYear", 16),
                "/firstYear must be what its costs come to, 1600.0, but was 16.0");
    }

    @Test
    void aVerdictIsTheWorstOfThoseOfItsGates() {
        refused(
                root -> variant(root, "longer").put("verdict", "passed"),
                "/verdict must be the worst of those of its gates, deviated, but was passed");
    }

    @Test
    void aSetStandsThereOnce() {
        refused(
                root -> ((ArrayNode) root.path("variants")).add(variant(root, "double")),
                "/name must be another than those before, but was double");
        refused(
                root -> root.putArray("untried").add("double"),
                "/untried/0 must be the name of no set that was run, but was double");
        refused(
                root -> root.putArray("notNeeded").add("nobody"),
                "/notNeeded/0 must be the name of a set, but was nobody");
    }
}
