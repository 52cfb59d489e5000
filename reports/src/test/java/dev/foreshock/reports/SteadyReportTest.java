package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foreshock.engine.steady.SteadyRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a steady run: on a terminal, to programs, and on the page for people. */
class SteadyReportTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema/steady-v1.json");
    private static final Pattern FIGURE = Pattern.compile(
            "<figure>\\s*<h3>(.*?)</h3>(.*?)<figcaption>(.*?)</figcaption>(.*?)</figure>", Pattern.DOTALL);
    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<(line|path|rect|text) [^>]*>");
    private static final Pattern GRID =
            Pattern.compile("<line x1=\"([\\d.]+)\" y1=\"[\\d.]+\" x2=\"\\1\" y2=\"[\\d.]+\" class=\"s-grid\"");

    static Stream<Named<SteadyReport>> reports() {
        return Stream.of(
                Named.of("trusted", SteadyFixtures.trusted()),
                Named.of("too short", SteadyFixtures.tooShort()),
                Named.of("large", SteadyFixtures.large()),
                Named.of("unsettled", SteadyFixtures.unsettled()));
    }

    private static String page(SteadyReport report) {
        return SteadyFile.REPORT_HTML.render(report, SteadyFixtures.CONTEXT);
    }

    private static String words(SteadyReport report) {
        return page(report)
                .replaceAll("(?s)<(style|script)>.*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static List<MatchResult> figures(SteadyReport report) {
        return FIGURE.matcher(page(report)).results().toList();
    }

    @Test
    void aTerminalShowsWhatTheGoldenFileSays() {
        Golden.requireEqual(
                "steady.txt",
                SteadyFixtures.trusted()
                        .tell(SteadyFixtures.CONTEXT, "exit 4: deviated, a gate does not hold", Page.usual(false)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyResultFollowsThePublishedSchema(SteadyReport report) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        String json = SteadyFile.json(report);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        for (String field : List.of("\"clock\"", "\"levels\"", "\"batchSeconds\"", "\"means\"")) {
            assertThat(schema.validate(json.replaceFirst(field, "\"odd\""), InputFormat.JSON))
                    .as(field)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePageIsMadeAnewToTheByteFromTheFilesForPrograms(SteadyReport report) {
        String result = SteadyFile.RESULT_JSON.render(report, SteadyFixtures.CONTEXT);
        String run = SteadyFile.RUN_JSON.render(report, SteadyFixtures.CONTEXT);
        assertThat(PastReport.render(result, run, "what was compared is of another run", null))
                .containsOnlyKeys("report.html")
                .containsEntry("report.html", page(report));
        assertThat(PastReport.render(result, null, null, null).get("report.html"))
                .contains("the circumstances were not kept");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void thePageNeedsNoNetworkAndEveryDrawingIsWellFormedAndSaysWhatItShows(SteadyReport report) throws Exception {
        String page = page(report);
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:", "https:", "<script ", "<link", "<img", "url(", "@import");
        assertThat(MARK.matcher(page).results())
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.group()).containsAnyOf("fill=\"#", "stroke=\"#"));
        assertThat(page.replaceAll("<div class=\"wide[^>]*>\\s*<table", ""))
                .as("every table stands in a box of its own")
                .doesNotContain("<table");
        List<String> drawings =
                SVG.matcher(page).results().map(MatchResult::group).toList();
        assertThat(drawings).hasSameSizeAs(figures(report)).isNotEmpty();
        for (String drawing : drawings) {
            assertThat(drawing).contains("aria-label=\"").doesNotContain("NaN", "Infinity");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void thePageTellsWhatWasAskedFoundMeasuredAndJudged() {
        assertThat(words(SteadyFixtures.trusted()))
                .contains(
                        "counter: ✗ deviated",
                        "It ran once, for 5h, with seed 7. The warm-up was to be found by MSER-5",
                        "20 batches of equal length, each of 14m",
                        "20m are deleted, which MSER-5 found: the longest warm-up is that of in-flight(counter).",
                        "in-flight 3.9 15m",
                        "the intervals are to be trusted",
                        "response-time.mean 0.5026 s ± 0.01667 s 0.4859 s 0.5193 s -0.14 trusted",
                        "quick 0.5026 s ± 0.01667 s response-time.mean &lt; 1s ✓ passed",
                        "✗ deviated",
                        "calm crashes(counter) = 0 it grows with the length of the run",
                        "foreshock run counter.yaml --seed 7 --steady");
    }

    @Test
    void aRunThatIsTooShortSaysSoAtEveryMeasureAndGate() {
        assertThat(words(SteadyFixtures.tooShort()))
                .contains(
                        "counter: ? inconclusive",
                        "5m are deleted, as was asked for. MSER-5 would have deleted 20m, for in-flight(counter):"
                                + " a start that is not like the rest may be in the measures.",
                        "no interval is to be trusted, as the run is too short for utilization(counter)",
                        "no, as others are not",
                        "what is measured would have to be 4 times as long");
    }

    @Test
    void aRunThatDidNotSettleShowsHowItGrewAndNoMeasures() {
        assertThat(words(SteadyFixtures.unsettled()))
                .contains(
                        "It did not settle in the first half",
                        "Still on their way: in-flight, in-flight(counter).",
                        "no end in the first half")
                .doesNotContain("Batches over time");
        assertThat(figures(SteadyFixtures.unsettled())).hasSize(1);
    }

    @Test
    void chartsShareOneAxisAndEachHasATableAndShadesTheWarmUp() {
        List<MatchResult> figures = figures(SteadyFixtures.trusted());
        assertThat(figures)
                .extracting(figure -> figure.group(1))
                .containsExactly(
                        "In flight over the whole run",
                        "goodput",
                        "in-flight",
                        "response-time.mean",
                        "response-time.p99",
                        "success",
                        "utilization(counter)");
        List<String> ticks = ticks(figures.get(0));
        assertThat(ticks).hasSizeGreaterThan(4);
        double warmUp = 112 + 824 * 20 / 300.0; // minutes, on an axis of 824 pixels
        assertThat(figures).allSatisfy(figure -> {
            assertThat(ticks(figure)).isEqualTo(ticks);
            assertThat(figure.group(4)).contains("<table>", "<td>");
            assertThat(figure.group(3)).containsPattern("\\d").endsWith(".");
            assertThat(figure.group(2))
                    .containsPattern("<rect x=\"112\" y=\"[\\d.]+\" width=\"%.1f\"[^>]*><title>warm-up, deleted"
                            .formatted(warmUp - 112));
        });
    }

    private static List<String> ticks(MatchResult figure) {
        return GRID.matcher(figure.group(2))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void aBatchIsDrawnWhereItIsOfAndAsHighAsItsAxisSays() {
        String svg = figures(SteadyFixtures.trusted()).get(3).group(2);
        assertThat(svg)
                .contains("<title>interval of 95 %: 0.4859 s to 0.5193 s</title>", ">440 ms</text>", ">560 ms</text>");
        String path = Pattern.compile("<path d=\"([^\"]*)\"[^>]*data-name=\"in each batch\"")
                .matcher(svg)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        SteadyRun run = SteadyFixtures.trusted().run();
        List<Double> batches = run.measures().get("response-time.mean").batches();
        double[] scale = Pattern.compile(
                        "data-low=\"([\\d.]+)\" data-high=\"([\\d.]+)\".*data-top=\"([\\d.]+)\" data-bottom=\"([\\d.]+)\"")
                .matcher(svg)
                .results()
                .flatMapToDouble(
                        found -> Stream.of(1, 2, 3, 4).mapToDouble(group -> Double.parseDouble(found.group(group))))
                .toArray();
        String[] steps = path.substring(1).split("L", -1);
        assertThat(steps).hasSize(20);
        for (int i = 0; i < 20; i++) {
            double x = 112 + 824 * (20 + 14.0 * i) / 300;
            double share = (batches.get(i) - scale[0]) / (scale[1] - scale[0]);
            double y = scale[3] - share * (scale[3] - scale[2]);
            assertThat(steps[i]).startsWith(one(x) + " " + one(y) + "H" + one(x + 824 * 14 / 300.0));
        }
    }

    private static String one(double number) {
        String text = new java.math.BigDecimal(number)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Test
    void ofManyMeasuresThoseOfAllRequestsAreDrawnAndTheOthersNamed() {
        assertThat(figures(SteadyFixtures.large())).hasSize(1 + 16);
        assertThat(words(SteadyFixtures.large()))
                .contains(
                        "Drawn are 16 of 36 measures; the table has the others: utilization(s20)", "utilization(s39).");
        assertThat(page(SteadyFixtures.large()).length()).isLessThan(600_000);
    }

    @Test
    void textFromFilesIsEscaped() {
        SteadyReport odd = SteadyFixtures.report(
                "<script>alert(1)</script>", SteadyFixtures.trusted().run());
        assertThat(page(odd)).doesNotContain("<script>alert");
        assertThat(SteadyFile.JUNIT_XML.render(odd, SteadyFixtures.CONTEXT)).doesNotContain("<script>");
    }

    @Test
    void continuousIntegrationSeesEachGate() {
        assertThat(SteadyFile.JUNIT_XML.render(SteadyFixtures.trusted(), SteadyFixtures.CONTEXT))
                .contains("tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" time=\"23.400\"")
                .contains("name=\"gate quick: response-time.mean &lt; 1s\" time=\"0\"/>")
                .contains("<skipped message=\"not judged: it grows with the length of the run\"/>")
                .contains("message=\"success was 99.72 % ± 0.01 %, wanted &gt; 99.9%\"")
                .contains("replay: foreshock run counter.yaml --seed 7 --steady");
    }

    @Test
    void runJsonSaysHowToRunItAgainAndThatItIsOfNoReplications() throws IOException {
        RunContext context = new RunContext(
                "c",
                "b",
                "0.1.0",
                "17",
                SteadyFixtures.CONTEXT.started(),
                SteadyFixtures.CONTEXT.wall(),
                1,
                List.of(),
                null,
                Background.NONE,
                new Origin("counter.yaml", "home", List.of(), List.of(), List.of("a=1"), List.of()));
        String text = SteadyFile.RUN_JSON.render(SteadyFixtures.tooShort(), context);
        ObjectNode rerun = (ObjectNode) new ObjectMapper().readTree(text).get("rerun");
        assertThat(rerun.get("scenario").asText()).isEqualTo("counter.yaml");
        assertThat(rerun.get("seed").asLong()).isEqualTo(7);
        assertThat(rerun.at("/steady/lengthSeconds").asDouble()).isEqualTo(18_000);
        assertThat(rerun.at("/steady/warmUpSeconds").asDouble()).isEqualTo(300);
        assertThatThrownBy(() -> PastRun.read(text))
                .hasMessage("run.json must be of replications, but is of a steady run of counter.yaml, in which nothing"
                        + " happens that has causes: name a scenario with an incident");
        assertThat(PastRun.about(text)).contains("a steady run of counter.yaml");
        assertThat(PastRun.about("{")).isEmpty();
    }

    @Test
    void aResultOfAnOlderVersionIsRefusedInWords() {
        assertThatThrownBy(() -> PastReport.render("{\"schemaVersion\": 1, \"warmUp\": {}}", null, null, null))
                .hasMessageContaining("must have the fields clock and levels")
                .hasMessageContaining("run the scenario again");
    }
}
