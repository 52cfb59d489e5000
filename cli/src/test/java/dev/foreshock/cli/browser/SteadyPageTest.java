package dev.foreshock.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about a steady run, as it is read. */
class SteadyPageTest extends PageTest {
    private static Path page;
    private static JsonNode result;

    @BeforeAll
    static void start() {
        page = Reports.page(Reports.steady());
        result = Reports.json(Reports.steady(), "result.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyMeasureAndGateIsReadWithAndWithoutScripts(boolean hasScripts) {
        browser.scripts(hasScripts).open(page);

        assertThat(browser.text("h1")).isEqualTo("counter: ✗ deviated");
        assertThat(browser.rows("#measures ~ .wide"))
                .extracting(row -> row.get(0))
                .hasSize(result.get("measures").size())
                .allMatch(name -> result.get("measures").has(name));
        assertThat(browser.rows("#verdict ~ .wide"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("instant", "quick");
        assertThat(browser.rows("#verdict ~ h3 ~ .wide"))
                .extracting(row -> row.get(0))
                .containsExactly("calm");
        assertThat(browser.text("#repeat + p")).contains("counter.yaml --seed 7 --steady --warm-up 1200s");
        assertThat(browser.text("#warm-up + p")).startsWith("20m are deleted, as was asked for. MSER-5 would have");
    }

    @Test
    void theCursorReadsEveryChartAtOneMoment() {
        browser.open(page);
        browser.js("const chart = document.querySelectorAll('.chart')[1]; chart.focus();"
                + " chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))");
        List<String> said = browser.contents(".readout");

        assertThat(said).hasSameSizeAs(browser.contents("figure"));
        assertThat(said.get(0)).startsWith("10:33:00: in-flight ");
        assertThat(said.subList(1, said.size()))
                .allMatch(
                        text -> text.matches("10:33:00: in each batch.* over all batches.*interval of 95 %: .* to .*"));
        assertThat(said.get(1))
                .matches(".*in each batch, successes/s [345]\\.\\d+; over all batches, successes/s [345]\\.\\d+;.*");
    }

    @Test
    void theWarmUpIsShadedAndHasNoBatches() {
        browser.open(page);
        browser.js("const chart = document.querySelectorAll('.chart')[1]; chart.focus();"
                + " chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))");
        List<String> said = browser.contents(".readout");
        assertThat(said.get(0)).matches("08:00:00: in-flight .*; warm-up, deleted");
        assertThat(said.subList(1, said.size()))
                .isNotEmpty()
                .allMatch(text -> text.matches(
                        "08:00:00: in each batch.* no value; over all batches.* no value; warm-up, deleted"));
    }

    @Test
    void itAsksForNothingAndComplainsOfNothing() {
        browser.open(page);
        browser.requests();
        browser.complaints();
        browser.open(page);

        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1200, 400})
    void itFitsTheWindow(int width) {
        browser.width(width).open(page);

        assertThat(browser.sideways()).isZero();
        assertThat(browser.audit("empty")).isEmpty();
        assertThat(browser.audit("cut")).isEmpty();
        assertThat(browser.audit("overlapping")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyoneCanReadIt(boolean isDark) {
        browser.dark(isDark).open(page);

        assertThat(browser.audit("faint")).isEmpty();
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void whereScriptsAndStylesAreBlockedEverythingIsThere() throws IOException {
        browser.open(page);
        List<String> texts =
                browser.contents("h1, h2, h3, main > p:not(.readout), td, th, figcaption, figure > .chart text");
        browser.dark(true).open(Reports.without(page, "<style>.*?</style>|<script>.*?</script>"));

        assertThat(browser.contents("h1, h2, h3, main > p, td, th, figcaption, figure > .chart text"))
                .isEqualTo(texts);
        assertThat(browser.audit("faint")).isEmpty();
        assertThat(browser.axe()).isEmpty();
    }
}
