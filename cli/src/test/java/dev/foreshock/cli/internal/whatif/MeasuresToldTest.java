package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of measures beside the table: by a run of one, by checks, and where prices cannot be compared. */
class MeasuresToldTest {
    private static final String SHOP = CompareTest.SHOP;

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return new ShopFolder(directory).file(text);
    }

    private Console compare(String text, String... more) throws IOException {
        return new ShopFolder(directory).compare(text, more);
    }

    @Test
    void aSettingThatGetsARangeIsOneChange() throws IOException {
        String ranged = SHOP.replace("web.queue: 40", "web.queue: { is: 40, range: 30 .. 50, basis: chosen }");
        compare(ranged, "--draws", "1");

        assertThat(directory.resolve("runs/little-shop/compare/postmortem.md"))
                .content()
                .contains("web.queue: 20 -\\> 40 (30 .. 50)")
                .doesNotContain("web.queue.is", "web.queue.range", "taken away");
    }

    @Test
    void aMeasureThatChangesNothingIsSaidToInThePostmortemToo() throws IOException {
        compare(SHOP.replace("variants:\n", "variants:\n  idle: { set: { web.workers: 5 }, costs: { days: 1 } }\n"));

        assertThat(directory.resolve("runs/little-shop/compare/postmortem.md"))
                .content()
                .contains("**idle**: changes nothing: it comes to the scenario as it is.")
                .doesNotContain("not known, as it was not run alone");
    }

    @Test
    void aRunSaysWhereAVariantOrASettingMovesTheGates() throws IOException {
        String moved = SHOP.replace("variants:\n", "variants:\n  lenient: { set: { gates.served: success >= 1% } }\n");
        Console console = new Console(directory);

        assertThat(console.run("run", file(moved).toString(), "--variant", "lenient", "--replications", "1"))
                .isZero();
        assertThat(console.err())
                .contains("warning: --variant lenient changes what the scenario is judged by: gate served"
                        + " (success >= 99% -> success >= 1%); the verdict is not about the gates of the file");
        console.run("run", file(SHOP).toString(), "--set", "define.impact.below=50%", "--replications", "1");
        assertThat(console.err()).contains("is judged by: define; the verdict");
        console.run("run", file(SHOP).toString(), "--variant", "double", "--replications", "1");
        assertThat(console.err()).doesNotContain("warning");
    }

    @Test
    void theSecondFigureOfACellSaysWhatItIs() throws IOException {
        compare(SHOP);
        assertThat(directory.resolve("runs/little-shop/compare/report.html"))
                .content()
                .containsPattern("data-head=\"requests lost\">.*<br><span class=\"n\">change [−+]?\\d");
    }

    @Test
    void aCostBelowNothingIsTheOnlyErrorOfItsFile() throws IOException {
        String negative = SHOP.replace("{ days: 2 }", "{ days: -2 }").replaceAll("(?m)^  longer:.*\n", "");
        Console console = new Console(directory);

        assertThat(console.run("check", file(negative).toString())).isEqualTo(3);
        assertThat(console.out())
                .contains("'days' must be at least 0, but was '-2'")
                .contains("1 error")
                .doesNotContain("is not a unit");
    }

    @Test
    void aRunOfAVariantNamesAllThatItsNextCommandCompares() throws IOException {
        Console console = new Console(directory);
        console.run("run", file(SHOP).toString(), "--variant", "double", "--replications", "1");

        assertThat(console.out()).containsPattern("next    foreshock compare \\S+shop.yaml   # tries 4 variants, ");
    }

    @Test
    void theOnlySetThatSufficesIsNotCalledTheCheapestWherePricesCannotBeCompared() throws IOException {
        String unranked = SHOP.substring(0, SHOP.indexOf("compare:"))
                .replaceAll("(?m)^  triple:.*\n|^  planned:.*\n", "")
                .replace("web.queue: 40", "web.queue: 400");

        Console console = compare(unranked, "--no-pairs");

        assertThat(console.out())
                .contains("sufficient            double: 8760 server-hours/year", "the only set that suffices")
                .doesNotContain("cheapest");
        JsonNode json = new ObjectMapper()
                .readTree(Files.readString(directory.resolve("runs/little-shop/compare/comparison.json")));
        assertThat(json.at("/cheapestSufficient").asText()).isEqualTo("double");
        assertThat(directory.resolve("runs/little-shop/compare/postmortem.md"))
                .content()
                .contains("The only set of measures that suffices is double")
                .doesNotContain("The cheapest set");
    }
}
