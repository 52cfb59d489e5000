package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of the value at which a verdict flips: found, not there, or not searched for. */
class FlipsToldTest {
    @TempDir
    static Path directory;

    private static EditedReport report = new EditedReport(Path.of(""));

    @BeforeAll
    static void compare() throws IOException {
        Path shop = Path.of("src", "test", "resources", "browser", "little-shop.yaml")
                .toAbsolutePath();
        new Console(directory).run("compare", shop.toString(), "--no-pairs", "--out", "out");
        report = new EditedReport(directory.resolve("out"));
    }

    /** Returns page and postmortem of the comparison, edited. */
    private static String told(Consumer<ObjectNode> edit) {
        return report.told(root -> {
            onlyTheFirst((ArrayNode) root.get("decidedBy"));
            edit.accept(root);
        });
    }

    /** Leaves what is known of the most important number of the first set. */
    private static void onlyTheFirst(ArrayNode deciders) {
        while (deciders.size() > 1) {
            deciders.remove(deciders.size() - 1);
        }
    }

    private static ObjectNode first(ObjectNode root) {
        return (ObjectNode) root.at("/decidedBy/0");
    }

    private static ObjectNode unsearched(ObjectNode root) {
        first(root).putNull("flipsAt");
        ObjectNode remaining = (ObjectNode) root.get("remaining");
        remaining.putArray("knobs").add(first(root).get("knob").asText());
        return remaining;
    }

    @Test
    void aCheaperSetThatIsUndecidedIsSaidBesideTheCheapest() {
        assertThat(told(root -> {}))
                .contains(
                        "quadruple is the cheapest set known to suffice",
                        "Cheaper and undecided: double (8760 server-hours/year = 876).",
                        "Still open: double")
                .doesNotContain("the cheapest set that suffices");
        assertThat(told(root -> root.get("variants").forEach(set -> {
                    if (set.get("name").asText().equals("double")) {
                        ((ObjectNode) set).put("verdict", "deviated");
                        set.get("gates").forEach(gate -> ((ObjectNode) gate).put("verdict", "deviated"));
                    }
                })))
                .contains("quadruple suffices")
                .doesNotContain("Cheaper and undecided", "set known to suffice");
    }

    @Test
    void aFlipThatWasFoundIsSaidAndNothingElse() {
        assertThat(told(root ->
                        assertThat(first(root).get("flipsAt").isTextual()).isTrue()))
                .contains(" holds from ")
                .doesNotContain("not searched: budget", "Not searched", "within the range");
    }

    @Test
    void wherePeopleSearchedAndFoundNoneTheRangeIsFirm() {
        assertThat(told(root -> first(root).putNull("flipsAt")))
                .contains("none within the range", " does not flip within the range of ")
                .doesNotContain("not searched: budget", "Not searched", "none is known");
    }

    private static void together(ObjectNode root, boolean holdsAsWritten, boolean found) {
        ObjectNode flip = root.putArray("flipsTogether")
                .addObject()
                .put("variant", "double")
                .put("holdsAsWritten", holdsAsWritten)
                .put("found", found);
        ArrayNode knobs = flip.putArray("knobs");
        knobs.addObject().put("knob", "knobs.peak").put("is", "55/s").put("at", "61/s");
        knobs.addObject().put("knob", "web.work").put("is", "100ms").put("at", "112ms");
    }

    @Test
    void whereNoNumberAloneFlipsAVerdictTheOnesThatDoTogetherAreNamed() {
        String where = "61/s of peak (as written 55/s) with 112ms of web.work (as written 100ms)";
        assertThat(told(root -> together(root, true, true)))
                .contains("Double holds up to " + where
                        + ", and not where they go further together, all else as written.");
        assertThat(told(root -> together(root, false, true)))
                .contains("Double holds from " + where + " on, all else as written.");
        assertThat(told(root -> together(root, true, false)))
                .contains("Double does not flip either with " + where + ", all else as written.");
    }

    @Test
    void whatTheBudgetDidNotSearchIsSaidWithTheCommandThatSearches() {
        assertThat(told(root -> unsearched(root).put("budgetEvents", 28_000_000L)))
                .contains(
                        "not searched: budget spent",
                        "Not searched, as the budget was spent: where verdicts flip over ")
                .containsPattern(
                        "This searches too: foreshock compare \\S+little-shop.yaml --seed \\d+ [^<]*--budget 2s<")
                .doesNotContain("none within the range", " does not flip within", "--budget 60s --budget");
    }

    @Test
    void aNumberThatExplainsNextToNothingIsNotSaidToBeFirm() {
        assertThat(told(root ->
                        first(root).putNull("flipsAt").put("share", 0.04).put("searched", false)))
                .contains("not searched: explains too little")
                .doesNotContain("within the range");
    }

    @Test
    void sharesOfTheSpreadAddUpToAllOfItInTableAndSentence() {
        String told = told(root -> {
            first(root).put("share", 0.4).put("explainedShare", 0.53);
        });
        assertThat(told)
                .contains(
                        "with no other number clearly go 13 %; a rank regression on all uncertain numbers explains 53 %")
                .contains("<td>40 %</td>")
                .containsPattern("<th scope=\"row\">with none clearly</th><td>[^<]*</td><td>13 %</td>")
                .containsPattern("<th scope=\"row\">not explained</th><td>[^<]*</td><td>47 %</td>");
        assertThat(told(root -> {
                    first(root).put("share", 0.4).put("explainedShare", 0.4);
                }))
                .as("nothing is left for the others")
                .doesNotContain("with none clearly", "with no other number clearly");
    }
}
