package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.reports.PastReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison that was edited so that it contradicts itself is not reported as if it were one. */
class EditedComparisonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private String comparison = "";
    private Path files = Path.of("");

    @BeforeEach
    void compare() throws IOException {
        Path shop = Files.writeString(directory.resolve("shop.yaml"), CompareTest.SHOP);
        new Console(directory).run("compare", shop.toString(), "--draws", "35", "--out", "out");
        files = directory.resolve("out");
        comparison = Files.readString(files.resolve("comparison.json"));
    }

    private void refused(Consumer<ObjectNode> edit, String words) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(comparison);
        edit.accept(root);
        String result = Files.readString(files.resolve("result.json"));
        String run = Files.readString(files.resolve("run.json"));
        assertThat(PastReport.render(result, run, comparison)).hasSize(2);
        assertThatThrownBy(() -> PastReport.render(result, run, root.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static ObjectNode variant(JsonNode root, String name) {
        for (JsonNode variant : root.at("/variants")) {
            if (variant.path("name").asText().equals(name)) {
                return (ObjectNode) variant;
            }
        }
        throw new AssertionError(name + " is missing");
    }

    @Test
    void aDearerSetIsNotTheCheapest() throws IOException {
        refused(
                root -> root.put("cheapestSufficient", "planned"),
                "/cheapestSufficient of comparison.json must be no dearer than double, which passed, too, but was planned");
    }

    @Test
    void aSetThatFailedIsNotTheCheapest() throws IOException {
        refused(
                root -> root.put("cheapestSufficient", "longer"),
                "/cheapestSufficient of comparison.json must be the name of one of the variants that passed, but was longer");
    }

    @Test
    void aPriceIsWhatItsCostsComeTo() throws IOException {
        refused(
                root -> variant(root, "planned").put("firstYear", 16),
                "/firstYear of comparison.json must be what its costs come to, 1600.0, but was 16.0");
    }

    @Test
    void aVerdictIsTheWorstOfThoseOfItsGates() throws IOException {
        refused(
                root -> variant(root, "longer").put("verdict", "passed"),
                "/verdict of comparison.json must be the worst of those of its gates, deviated, but was passed");
    }

    @Test
    void aSetStandsThereOnce() throws IOException {
        refused(
                root -> ((ArrayNode) root.path("variants")).add(variant(root, "double")),
                "/name of comparison.json must be another than those before, but was double");
        refused(
                root -> root.putArray("untried").add("double"),
                "/untried/0 of comparison.json must be the name of no set that was run, but was double");
        refused(
                root -> root.putArray("notNeeded").add("nobody"),
                "/notNeeded/0 of comparison.json must be the name of a set, but was nobody");
    }
}
