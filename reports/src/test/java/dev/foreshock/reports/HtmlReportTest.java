package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The page for people. */
class HtmlReportTest {
    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<(line|path|rect|text) [^>]*>");

    private final String promo = ReportFile.REPORT_HTML.render(Fixtures.promo(20), Fixtures.CONTEXT);

    @Test
    void itNeedsNoNetwork() {
        assertThat(promo.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:", "https:", "<script ", "<link", "<img", "url(", "@import");
        assertThat(promo.length()).isLessThan(1_500_000);
    }

    @Test
    void itsPolicyNamesTheOneScriptAndTheOneStyleSheetThatAreInIt() throws Exception {
        assertThat(between("<script>", "</script>")).hasSize(1);
        assertThat(between("<style>", "</style>")).hasSize(1);
        assertThat(promo)
                .contains("default-src 'none'; script-src '"
                        + hash(between("<script>", "</script>").get(0)) + "'")
                .contains("style-src '" + hash(between("<style>", "</style>").get(0)) + "'");
    }

    private List<String> between(String from, String until) {
        return Pattern.compile(from + "(.*?)" + until, Pattern.DOTALL)
                .matcher(promo)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void everyMarkCarriesItsColorWhereStylesAreBlocked() {
        Matcher marks = MARK.matcher(promo);
        assertThat(marks.results())
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.group()).containsAnyOf("fill=\"#", "stroke=\"#"));
    }

    @Test
    void everyDrawingIsWellFormedAndSaysWhatItShows() throws Exception {
        List<String> drawings =
                SVG.matcher(promo).results().map(match -> match.group()).toList();
        assertThat(drawings).hasSize(9);
        for (String drawing : drawings) {
            assertThat(drawing).contains("aria-label=\"").doesNotContain("NaN", "Infinity");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(promo.split("<summary>as a table", -1)).hasSize(10);
    }

    @Test
    void itTellsVerdictStoryAndFigures() {
        assertThat(promo)
                .contains("repeats history: 3 of 3 records")
                .contains("web crashes: 300 requests in flight fill its memory")
                .contains("Offered load peaked at")
                .contains("foreshock run viral-promo-surge --seed 1177");
    }

    @Test
    void textFromFilesIsEscaped() {
        Judgement odd = Fixtures.judged("<script>alert(1)</script>", Fixtures.AFFECTED_GATE, null, Verdict.ERROR);
        RunSet runs = Fixtures.set("<b>&", Fixtures.promo(1).runs(), List.of(), List.of(odd), JudgedBy.GATES);
        assertThat(ReportFile.REPORT_HTML.render(runs, Fixtures.CONTEXT)).doesNotContain("<script>alert", "<b>");
    }

    @Test
    void noTableMakesANarrowPageScrollNorBreaksAVerdict() {
        assertThat(promo.replaceAll("<div class=\"wide[^>]*>\\s*<table", ""))
                .as("every table stands in a box of its own")
                .doesNotContain("<table");
        assertThat(promo)
                .doesNotContain("overflow-wrap: anywhere")
                .contains(".rows td::before { content: attr(data-head)")
                .contains("<td data-head=\"utilization\">");
    }

    @Test
    void whoIsAffectedIsExplainedBeforeTheStory() {
        String said =
                "A user is affected when one of their page views finally failed or took longer than 10s; shares are"
                        + " of the population, about 100 000 users with a request in the whole run.";
        assertThat(promo.substring(0, promo.indexOf("<h2 id=\"story\"")).split(said, -1))
                .hasSize(2);
    }

    @Test
    void aHealthyRunReadsWellToo() {
        String calm = ReportFile.REPORT_HTML.render(Fixtures.healthy(1), Fixtures.CONTEXT);
        assertThat(calm).contains("Nothing breaks", "never below half of it").doesNotContain("NaN");
    }
}
