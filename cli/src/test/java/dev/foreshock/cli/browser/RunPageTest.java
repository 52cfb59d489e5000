package dev.foreshock.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about a run, as it is read. */
class RunPageTest extends PageTest {
    private static Path page;
    private static JsonNode result;

    @BeforeAll
    static void start() {
        page = Reports.page(Reports.run());
        result = Reports.json(Reports.run(), "result.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void verdictStoryAndTimesAreReadWithAndWithoutScripts(boolean hasScripts) {
        browser.scripts(hasScripts).open(page);
        String verdict = result.get("verdict").asText();

        assertThat(browser.text("h1")).contains("viral-promo-surge", verdict);
        assertThat(story()).hasSize(5).allMatch(sentence -> sentence.endsWith("."));
        assertThat(String.join(" ", story()))
                .contains("web crashes", "requests in flight fill its memory", "restart did not help")
                .contains(ofDay("/exemplar/incident/start"), ofDay("/exemplar/incident/end"))
                .contains(ofDay("/exemplar/phases/acknowledge"), ofDay("/exemplar/phases/mitigate"));
    }

    private List<String> story() {
        return List.of(browser.text("#story + p").split("(?<=\\.) (?=[A-Z])"));
    }

    private static String ofDay(String pointer) {
        return result.at(pointer).asText().substring(11, 19);
    }

    @Test
    void onANarrowPageNoVerdictIsBrokenAndTablesScrollByThemselves() {
        browser.width(500).open(page);

        assertThat(browser.sideways()).isZero();
        assertThat(browser.js("return [...document.querySelectorAll('strong')].filter(one => one.closest('table')"
                        + " && one.getClientRects().length > 1).map(one => one.textContent)"))
                .isEqualTo(List.of());
        assertThat(browser.js("return getComputedStyle(document.querySelector('.rows td'), '::before').content"))
                .asString()
                .contains("utilization");
    }

    @Test
    void withoutScriptsNothingStandsBetweenAChartAndItsSentence() {
        browser.scripts(false).open(page);
        assertThat(browser.contents(".chart + figcaption")).hasSameSizeAs(browser.contents("figcaption"));
        assertThat(browser.contents(".readout")).isEmpty();
    }

    @Test
    void everyClaimIsThereWithWhatWasObservedAndItsVerdict() {
        browser.open(page);
        List<JsonNode> claims = new ArrayList<>();
        result.get("record").forEach(claims::add);
        result.get("gates").forEach(claims::add);
        List<List<String>> rows = browser.rows("#verdict ~ .wide");

        assertThat(rows).hasSameSizeAs(claims);
        for (int i = 0; i < claims.size(); i++) {
            JsonNode claim = claims.get(i);
            assertThat(rows.get(i).get(0)).contains(claim.get("name").asText());
            assertThat(rows.get(i).get(1)).isEqualTo(claim.get("observedText").asText());
            assertThat(rows.get(i).get(3)).contains(claim.get("verdict").asText());
        }
    }

    @Test
    void itAsksForNothingAndComplainsOfNothing() throws IOException {
        browser.open(page);
        browser.requests();
        browser.complaints();
        browser.open(page);

        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat((Long) browser.js("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
        assertThat(Files.size(page)).isLessThan(1_500_000);
    }

    @Test
    void itsPolicyLetsNothingElseRunOrLoad() {
        browser.open(page);
        browser.js("""
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.body.append(script);
                const image = document.createElement('img');
                image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
                document.body.append(image);
                """);

        assertThat(browser.js("return window.ran === undefined")).isEqualTo(true);
        assertThat(browser.complaints())
                .anyMatch(said -> said.contains("script-src"))
                .allMatch(said -> said.contains("Content Security Policy"));
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
        assertThat(browser.audit("empty")).isEmpty();
        assertThat(browser.audit("cut")).isEmpty();
        assertThat(browser.audit("overlapping")).isEmpty();
        assertThat(browser.audit("faint")).isEmpty();
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void onPaperThereIsNothingToPress() {
        browser.open(page).print(true);
        try {
            assertThat(browser.js("return [...document.querySelectorAll('nav, .tools, .readout, .skip')]"
                            + ".every(one => getComputedStyle(one).display === 'none')"))
                    .isEqualTo(true);
            assertThat(browser.js("return getComputedStyle(document.querySelector('figure')).breakInside"))
                    .isEqualTo("avoid");
        } finally {
            browser.print(false);
        }
    }

    @Test
    void whoAsksForLessMotionGetsNone() {
        String behavior = "return getComputedStyle(document.documentElement).scrollBehavior";
        browser.media("light", "reduce").open(page);
        assertThat(browser.js(behavior)).isEqualTo("auto");
        browser.media("light", "no-preference");
        assertThat(browser.js(behavior)).isEqualTo("smooth");
    }
}
