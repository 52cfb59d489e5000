package dev.foreshock.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What the page's script adds to its charts, for a mouse and for a keyboard. */
class ChartScriptTest extends PageTest {
    private static final String LOAD = ".chart[aria-label='Offered load and goodput']";
    private static final double DRAWN_WIDTH = 960;
    private static final double LEFT = 112;
    private static final double RIGHT = 936;

    private static JsonNode result;

    @BeforeAll
    static void start() {
        result = Reports.json(Reports.run(), "result.json");
    }

    @BeforeEach
    void open() {
        browser.open(Reports.page(Reports.run()));
    }

    // --- a mouse

    @Test
    void pointingAtOneChartReadsAllChartsAtThatMoment() {
        int bin = 250; // in the recovery, where both curves are well above zero
        double seconds = (bin + 0.5) * result.at("/exemplar/series/binSeconds").asDouble();
        point(seconds / length()).perform();
        List<String> said = browser.contents(".readout");

        assertThat(said).hasSizeGreaterThan(3);
        String time = said.get(1).substring(0, 8);
        assertThat(LocalTime.parse(time).toSecondOfDay())
                .isCloseTo(LocalTime.of(8, 30).toSecondOfDay() + (int) seconds, within(30));
        assertThat(said).allMatch(one -> one.startsWith(time + ": "));
        assertThat(cursors())
                .hasSameSizeAs(said)
                .allMatch(x -> Math.abs(x - cursors().get(0)) < 0.01);
        assertThat(value(said.get(1), "offered, requests/s")).isCloseTo(rate("offered", bin), within(0.3));
        assertThat(value(said.get(1), "goodput, requests/s")).isCloseTo(rate("succeeded", bin), within(0.3));
        assertThat(said.get(0)).contains("alert, ", "redirect, ");
    }

    @Test
    void draggingOverAStretchShowsItInAllCharts() {
        List<String> before = ticks();
        Actions drag = point(0.25);
        drag.clickAndHold().moveByOffset((int) plotPixels(0.25), 0).release().perform();

        assertThat(ticks()).isNotEqualTo(before).isNotEmpty().allMatch(tick -> isBetween(tick, "09:29", "10:31"));
        assertThat(browser.audit("cut")).isEmpty();
        point(0.5).perform();
        assertThat(LocalTime.parse(browser.contents(".readout").get(2).substring(0, 8)))
                .as("the middle of what is shown")
                .isBetween(LocalTime.of(9, 58), LocalTime.of(10, 2));
        String shown = browser.contents(".readout").get(2);
        browser.element(".tools button:last-of-type").click();
        assertThat(ticks()).isEqualTo(before);
        point(0.375).perform();
        assertThat(values(browser.contents(".readout").get(2)))
                .as("zooming changes no value")
                .isEqualTo(values(shown));
    }

    @Test
    void theButtonsDoWhatTheKeysDo() {
        List<String> before = ticks();
        List<WebElement> buttons = browser.driver().findElements(By.cssSelector(".tools button"));
        buttons.get(0).click();
        assertThat(browser.text("#charts-live")).isEqualTo("Shown: 09:30:00 to 11:30:00");
        buttons.get(1).click();
        assertThat(browser.text("#charts-live")).isEqualTo("Shown: 08:30:00 to 12:30:00");
        assertThat(ticks()).isEqualTo(before);
    }

    // --- a keyboard

    @Test
    void arrowsMoveTheCursorAndWhatItReadsIsSaid() {
        WebElement chart = browser.element(LOAD);
        chart.sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.text("#charts-live")).startsWith("10:32:24: offered, requests/s ");
        assertThat(browser.element("#charts-live").getDomAttribute("aria-live")).isEqualTo("polite");
        chart.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(browser.text("#charts-live")).startsWith("10:27:36: ");
        chart.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        assertThat(browser.text("#charts-live")).startsWith("10:51:36: ");
        chart.sendKeys(Keys.HOME);
        assertThat(browser.text("#charts-live")).startsWith("08:30:00: ");
        chart.sendKeys(Keys.END);
        assertThat(browser.text("#charts-live")).startsWith("12:30:00: ");
        assertThat(browser.contents(".readout")).allMatch(said -> said.startsWith("12:30:00: "));
    }

    @Test
    void plusAndMinusZoomAroundTheCursorAndEscapeShowsTheWholeTime() {
        List<String> before = ticks();
        WebElement chart = browser.element(LOAD);
        chart.sendKeys(Keys.HOME, "+", "+");
        assertThat(browser.text("#charts-live")).isEqualTo("Shown: 08:30:00 to 09:30:00");
        assertThat(ticks()).allMatch(tick -> isBetween(tick, "08:30", "09:30"));
        chart.sendKeys("-");
        assertThat(browser.text("#charts-live")).isEqualTo("Shown: 08:30:00 to 10:30:00");
        chart.sendKeys(Keys.END);
        assertThat(ticks()).as("the view follows the cursor").allMatch(tick -> isBetween(tick, "10:30", "12:30"));
        chart.sendKeys(Keys.ESCAPE);
        assertThat(browser.text("#charts-live")).isEqualTo("Shown: 08:30:00 to 12:30:00");
        assertThat(ticks()).isEqualTo(before);
        assertThat(browser.contents(".readout")).allMatch(String::isEmpty);
    }

    @Test
    void tabReachesTheSkipLinkFirstAndEveryChartInTurn() {
        List<String> reached = new ArrayList<>();
        String name = "const at = document.activeElement;"
                + " return at === document.body ? '' : at.getAttribute('aria-label') || at.textContent";
        for (int i = 0;
                i < 60 && (reached.isEmpty() || !reached.get(reached.size() - 1).isEmpty());
                i++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            reached.add(String.valueOf(browser.js(name)));
        }
        List<String> charts = browser.contents("figure > h3");

        assertThat(reached.get(0)).isEqualTo("Skip to the verdict");
        assertThat(reached).containsSubsequence(charts);
        browser.js("window.scrollTo(0, 0)");
        browser.element(".skip").sendKeys(Keys.ENTER);
        assertThat(browser.js("return document.activeElement.id")).isEqualTo("verdict");
    }

    @Test
    void everyoneCanReadItWhileZoomed() {
        browser.element(LOAD).sendKeys(Keys.HOME, "+", "+", Keys.ARROW_RIGHT);
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.audit("faint")).isEmpty();
    }

    @Test
    void whereScriptsAreBlockedNothingOffersWhatDoesNotWork() {
        browser.scripts(false).open(Reports.page(Reports.run()));
        try {
            assertThat(browser.contents(".tools, .readout, button")).isEmpty();
            assertThat(browser.element(LOAD).getDomAttribute("role")).isEqualTo("group");
        } finally {
            browser.scripts(true);
        }
    }

    // --- reading the page

    /** Returns a move to a share of the time in view, in the chart of the load. */
    private static Actions point(double share) {
        WebElement drawing = browser.element(LOAD + " > svg");
        browser.scrollTo(drawing);
        double x = LEFT + share * (RIGHT - LEFT);
        double offset = (x / DRAWN_WIDTH - 0.5) * drawing.getSize().getWidth();
        return new Actions(browser.driver()).moveToElement(drawing, (int) Math.round(offset), 0);
    }

    private static double plotPixels(double share) {
        double width = browser.element(LOAD + " > svg").getSize().getWidth();
        return share * (RIGHT - LEFT) / DRAWN_WIDTH * width;
    }

    private static double length() {
        return result.at("/clock/lengthSeconds").asDouble();
    }

    private static double rate(String curve, int bin) {
        JsonNode series = result.at("/exemplar/series");
        return series.get(curve).get(bin).asDouble() / series.get("binSeconds").asDouble();
    }

    private static double value(String said, String name) {
        return Double.parseDouble(said.replaceAll(".*" + name + " ([\\d.]+).*", "$1"));
    }

    private static String values(String said) {
        return said.substring(said.indexOf(": "));
    }

    private static boolean isBetween(String tick, String from, String until) {
        return tick.compareTo(from) >= 0 && tick.compareTo(until) <= 0;
    }

    /** Returns the times that can be read below the chart of the load. */
    private static List<String> ticks() {
        return ((List<?>) browser.js(
                        "return [...document.querySelectorAll(arguments[0])]"
                                + ".filter(one => getComputedStyle(one).visibility !== 'hidden')"
                                + ".map(one => one.textContent).filter(text => /^\\d\\d:\\d\\d/.test(text))",
                        LOAD + " text"))
                .stream().map(String::valueOf).toList();
    }

    private static List<Double> cursors() {
        return ((List<?>)
                        browser.js(
                                "return [...document.querySelectorAll('.s-cursor')]"
                                        + ".filter(one => one.getAttribute('visibility') === 'visible').map(one => one.getAttribute('x1'))"))
                .stream().map(x -> Double.valueOf(String.valueOf(x))).toList();
    }
}
