package dev.foreshock.cli.browser;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about a comparison, as it is read. */
class ComparisonPageTest extends PageTest {
    private static final String TABLE = "#measures ~ .wide table";
    private static final Pattern MINUTES = Pattern.compile("(?:(\\d+)h )?(?:(\\d+)m)?(?: ?([\\d.]+) ?s)?");

    private static Path page;
    private static JsonNode comparison;

    @BeforeAll
    static void start() {
        page = Reports.page(Reports.comparison());
        comparison = Reports.json(Reports.comparison(), "comparison.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTableSaysWhatTheFileForProgramsSays(boolean hasScripts) {
        browser.scripts(hasScripts).open(page);
        Map<String, List<String>> rows = browser.rows(TABLE).stream().collect(toMap(row -> row.get(0), row -> row));

        for (JsonNode set : comparison.get("variants")) {
            List<String> row = rows.get(set.get("name").asText());
            assertThat(row.get(1)).contains(set.get("verdict").asText());
            assertThat(minutes(row.get(2).replaceAll(" \\(.*|at least ", "")))
                    .isCloseTo(set.get("outageMinutes").asDouble(), within(0.5 / 60 + 1e-9));
            assertThat(percent(row.get(3)))
                    .isCloseTo(100 * set.get("usersAffectedShare").asDouble(), within(0.05 + 1e-9));
            assertThat(percent(row.get(4)))
                    .isCloseTo(100 * set.get("holdsShare").asDouble(), within(0.5 + 1e-9));
            assertThat(row.get(5)).startsWith(set.get("price").asText());
        }
        assertThat(browser.contents("#measures + ul li"))
                .anyMatch(said -> said.matches("The cheapest set of measures that (is known to suffice|suffices) is "
                        + comparison.get("cheapestSufficient").asText() + ", .*"));
    }

    @Test
    void theAnswerComesFirstAndTheScenarioAsItHappenedAfterIt() {
        browser.open(page);
        String cheapest = comparison.get("cheapestSufficient").asText();

        assertThat(browser.text("h1")).contains("little-shop", "✓ " + cheapest, "suffice");
        assertThat(browser.driver().getTitle()).contains(cheapest, "suffice");
        assertThat(browser.contents("h2").subList(0, 3))
                .containsExactly("What would have prevented it", "The scenario as it happened", "What happened");
        assertThat(browser.contents("nav li").subList(0, 3))
                .isEqualTo(browser.contents("h2").subList(0, 3));
        assertThat(browser.element("#measures").getLocation().getY()).isLessThan(400);
    }

    @Test
    void everyNumberThatWasDrawnIsListedWithWhereItApplies() {
        browser.open(page);
        List<List<String>> rows = browser.rows("#given ~ .wide");

        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsAll(comparison.get("drawn").findValuesAsText("knob"));
        assertThat(rows).contains(List.of("web.queue", "20", "15 .. 25", "chosen", "", "longer"));
        assertThat(browser.contents("#repeat ~ p"))
                .anyMatch(said -> said.startsWith("Sets were compared over up to 35"));
    }

    @Test
    void everySetSaysOfEveryGateWhatWasSeenAndHowOftenItHolds() {
        browser.open(page);
        List<List<String>> rows = browser.rows("[aria-label^='Gate by gate']");

        assertThat(rows).hasSize(comparison.get("variants").size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode gate = comparison.at("/variants/" + i + "/gates/0");
            assertThat(rows.get(i).get(1)).contains(gate.get("verdict").asText());
            assertThat(percent(rows.get(i).get(1).replaceAll("^. [a-z]+", "")))
                    .isCloseTo(100 * gate.get("observed").asDouble(), within(0.05 + 1e-9));
            assertThat(percent(rows.get(i).get(1).replaceAll(".*holds in ", "")))
                    .isCloseTo(100 * gate.get("holdsShare").asDouble(), within(0.5 + 1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1100, 500})
    void tablesFitAWideWindowAndNumbersAreWholeInANarrowOne(int width) {
        browser.width(width).open(page);

        assertThat(browser.sideways()).isZero();
        assertThat(browser.js(
                        "return [...document.querySelectorAll('.fit')].every(one => arguments[0] < 1100 || one.scrollWidth <= one.clientWidth)",
                        width))
                .isEqualTo(true);
        assertThat(browser.js(
                        "return [...document.querySelectorAll('.fit .n')].filter(one => one.getClientRects().length > 1)"
                                + ".map(one => one.textContent)"))
                .isEqualTo(List.of());
    }

    private static double minutes(String text) {
        Matcher parts = MINUTES.matcher(text);
        if (text.equals("none")) {
            return 0;
        }
        assertThat(parts.matches()).as(text).isTrue();
        return 60 * number(parts.group(1)) + number(parts.group(2)) + number(parts.group(3)) / 60;
    }

    private static double percent(String text) {
        return Double.parseDouble(text.substring(0, text.indexOf(" %")));
    }

    private static double number(String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }

    @Test
    void whatTheAnswerHangsOnIsDrawnSaidAndTabulated() {
        browser.open(page);
        JsonNode first = comparison.at("/decidedBy/0");
        String knob = first.get("knob").asText().replace("knobs.", "");
        long share = Math.round(100 * first.get("share").asDouble());
        long unexplained = Math.round(100 - 100 * first.get("explainedShare").asDouble());
        String flip = first.get("variant").asText() + " holds from "
                + first.get("flipsAt").asText();
        String figure = "figure:has([aria-label='What the answer hangs on'])";

        assertThat(first.get("holdsAbove").asBoolean()).isTrue();
        assertThat(browser.contents(figure + " text"))
                .contains(knob, share + " %", "not explained", unexplained + " %", flip);
        assertThat(browser.contents("#measures + ul li"))
                .contains("Measure " + knob + " first.")
                .anyMatch(said -> said.equalsIgnoreCase(flip + " of " + knob + ", all else as written."));
        assertThat(browser.rows(figure).get(0))
                .containsExactly(
                        knob,
                        first.get("variant").asText() + " (gate served)",
                        share + " %",
                        "3",
                        "2 .. 8",
                        flip + " of " + knob + ", all else as written");
        assertThat(width(figure, 0) / width(figure, 1))
                .as("bars are as long as their shares")
                .isCloseTo(share / 100.0, within(0.02));
        assertThat(browser.js(
                        "const box = one => document.querySelector(one).getBoundingClientRect();"
                                + "const mark = box(arguments[0] + ' path.f-action');"
                                + "const held = box(arguments[0] + ' rect.f-c3');"
                                + "return Math.abs(mark.left + mark.width / 2 - held.left) < 1;",
                        figure))
                .as("the mark is where the filled part begins")
                .isEqualTo(true);
    }

    /** Returns the length of the first bar, or of one that has all of the spread. */
    private static double width(String figure, int which) {
        return ((Number) browser.js(
                        "const of = (one, place) => [...document.querySelectorAll(arguments[0] + ' ' + one)].at(place).getBoundingClientRect().width;"
                                + "const scale = of('svg', 0) / 960 * 300;"
                                + "return arguments[1] === 0 ? of('rect.f-c1', 0) : scale;",
                        figure,
                        which))
                .doubleValue();
    }

    @Test
    void itAsksForNothingAndComplainsOfNothing() throws IOException {
        browser.open(page);
        browser.requests();
        browser.complaints();
        browser.open(page);

        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        assertThat(Files.size(page)).isLessThan(1_500_000);
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
    void whereScriptsAndStylesAreBlockedItIsReadableToo() throws IOException {
        browser.dark(true).open(Reports.without(page, "<style>.*?</style>|<script>.*?</script>"));

        assertThat(browser.rows(TABLE))
                .hasSizeGreaterThanOrEqualTo(comparison.get("variants").size());
        assertThat(browser.audit("empty")).isEmpty();
        assertThat(browser.audit("cut")).isEmpty();
        assertThat(browser.audit("faint")).isEmpty();
        assertThat(browser.axe()).isEmpty();
    }
}
