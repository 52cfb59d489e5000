package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a rehearsal beside its forecast. */
class RehearsalReportTest {
    private static final Origin CHANGED =
            new Origin("day", "/home", List.of(), List.of("retry-budget"), List.of("web.replicas=3"), List.of(), 120);

    private static final Calibrated CALIBRATED = new Calibrated(
            "calibrated.yaml",
            "2026-11-30T15:40:12Z",
            2,
            17,
            "Linux amd64",
            Map.of("gateway", "HAProxy"),
            "0f".repeat(32));

    private static final String LONG = "checkout-payments-gateway-loses-its-network";

    /** A rehearsal of a day without faults but for one with that name, which observed more than was foretold. */
    private static RehearsalReport report(String fault) {
        RunSet calm = Fixtures.healthy(1);
        FaultSpec crash = FaultSpec.of(Moment.after(Duration.ofHours(1)), Duration.ofHours(1), "web", Crash.ALL);
        RunSet runs = new RunSet(
                calm.scenario().withFaults(Map.of(fault, crash)),
                calm.seed(),
                calm.scale(),
                calm.runs().stream().map(RehearsalReportTest::rehearsed).toList(),
                calm.exemplar(),
                calm.record(),
                calm.gates(),
                calm.judgedBy());
        Map<Figure, Foretold> foretold = new LinkedHashMap<>();
        foretold.put(new Figure("before", Kind.GOODPUT), new Foretold(56.6, 59.9, 64.4, 100));
        foretold.put(new Figure(fault, Kind.GOODPUT), new Foretold(10, 11, 12, 100));
        foretold.put(new Figure(fault, Kind.LAST_FAILURE), new Foretold(3571.5, 3584.25, 3599.75, 100));
        Map<Figure, Double> observed = new LinkedHashMap<>();
        observed.put(new Figure("before", Kind.GOODPUT), 57.5);
        observed.put(new Figure(fault, Kind.GOODPUT), 13.0);
        observed.put(new Figure(fault, Kind.LAST_FAILURE), 3570.0);
        return new RehearsalReport(
                new Rehearsed(
                        new Forecast(calm.seed(), 100, foretold, Map.of(new Figure("before", Kind.GOODPUT), 57.25)),
                        observed,
                        runs),
                Map.of(fault, "web: crash, by a signal to the process of web"),
                Duration.ofNanos(2_345_678),
                Duration.ofMillis(9),
                null,
                Map.of("gateway", "HAProxy"),
                CALIBRATED);
    }

    /** The same run, in the other world, where nobody counts what HAProxy sends. */
    private static RunResult rehearsed(RunResult run) {
        Map<String, ComponentFigures> components = new LinkedHashMap<>(run.components());
        components.put("behind", new ComponentFigures(null, 12L, null, 0.4, 0.0, null, 0.01));
        return new RunResult(
                "staging",
                run.replication(),
                run.clock(),
                run.requests(),
                run.users(),
                run.incident(),
                run.impacts(),
                run.blackouts(),
                run.phases(),
                run.aftermath(),
                run.responseTimes(),
                components,
                run.classes(),
                run.minutes(),
                run.series(),
                run.journal(),
                run.events(),
                run.checksum());
    }

    private static String tell(String fault, int width) {
        return report(fault).tell(Fixtures.CONTEXT, "exit 0: passed", new Page(width, false));
    }

    @Test
    void aPhaseStandsBesideItsFiguresWhereThatFits() {
        assertThat(tell("killed", 100)).contains("""
                phase   figure              predicted  90 % of runs            observed   lies
                before  goodput             59.9/s     56.6/s .. 64.4/s        57.5/s     inside
                killed  goodput             11.0/s     10.0/s .. 12.0/s        13.0/s     above
                        last failure after  3584.25 s  3571.50 s .. 3599.75 s  3570.00 s  below
                """);
    }

    @Test
    void theHeadSaysWhatWasChangedAndWhatThePredictionKnew() {
        RunContext context = Fixtures.CONTEXT;
        RunContext changed = new RunContext(
                context.command(),
                context.base(),
                context.version(),
                context.java(),
                context.started(),
                context.wall(),
                context.threads(),
                context.variants(),
                context.report(),
                context.background(),
                CHANGED);
        String told = report("killed").tell(changed, "exit 0: passed", new Page(100, false));
        assertThat(told.replaceAll("\\s+", " "))
                .contains(" · with retry-budget, with web.replicas=3, in 1/120 of its time · "
                        + "rehearsed with real processes · seed ")
                .contains(" · calibrated with calibrated.yaml, measured 2026-11-30 on 2 processors, JDK 17 · ");
    }

    @Test
    void aPostmortemOfARehearsalTellsOfProcessesAndOfOneRun() {
        RunSet runs = report("killed").rehearsed().runs();
        assertThat(ReportFile.POSTMORTEM_MD.render(runs, Fixtures.CONTEXT))
                .contains("real processes that stand for the system", "n=1 is one run alone")
                .doesNotContain("model of the system", "over 1 replications");
        assertThat(report("killed").html(Fixtures.CONTEXT))
                .contains("1 replication, staging", "n=1 is one run alone")
                .doesNotContain("1 replications", "Intervals marked");
    }

    @Test
    void whatNobodyCountedIsUnknownAndNot0() throws IOException {
        RehearsalReport report = report("killed");
        String result = ReportFile.RESULT_JSON.render(report.rehearsed().runs(), Fixtures.CONTEXT);
        assertThat(Published.violations("result", result)).isEmpty();
        JsonNode components = new ObjectMapper().readTree(result).get("components");
        assertThat(components.get("behind").has("arrivals")).isFalse();
        assertThat(components.get("behind").has("failures")).isFalse();
        assertThat(components.at("/behind/completions/value").asInt()).isEqualTo(12);
        assertThat(components.get("web").has("arrivals")).isTrue();
        assertThat(components.get("web").has("failures")).isTrue();
        String page = report.html(Fixtures.CONTEXT);
        String row = page.substring(page.indexOf("<th scope=\"row\">behind</th>"));
        assertThat(row.substring(0, row.indexOf("</tr>")))
                .contains("<td data-head=\"arrivals\">–</td>", "<td data-head=\"failures by kind\">–</td>")
                .contains("<td data-head=\"completions\">12");
        assertThat(page).contains("Nobody counted the calls to behind: ");
    }

    @Test
    void aLongNameOfAPhaseStandsAboveItsFigures() {
        assertThat(tell(LONG, 100)).contains("""
                  figure              predicted  90 % of runs            observed   lies
                before
                  goodput             59.9/s     56.6/s .. 64.4/s        57.5/s     inside
                """ + LONG + "\n" + """
                  goodput             11.0/s     10.0/s .. 12.0/s        13.0/s     above
                  last failure after  3584.25 s  3571.50 s .. 3599.75 s  3570.00 s  below
                """);
    }

    @Test
    void programsReadWhatWasRehearsedByWhomAndWhereEachFigureLies() throws IOException {
        JsonNode json = new ObjectMapper().readTree(report("killed").json(CHANGED));
        assertThat(json.get("variants").toString()).isEqualTo("[\"retry-budget\"]");
        assertThat(json.get("sets").toString()).isEqualTo("[\"web.replicas=3\"]");
        assertThat(json.get("compress").asDouble()).isEqualTo(120);
        assertThat(json.get("calibrated").asText()).isEqualTo("calibrated.yaml");
        assertThat(json.get("calibration").toString())
                .isEqualTo("{\"measured\":\"2026-11-30T15:40:12Z\",\"processors\":2,\"jdk\":17,"
                        + "\"os\":\"Linux amd64\",\"parts\":{\"gateway\":\"HAProxy\"},\"sha256\":\"" + "0f".repeat(32)
                        + "\"}");
        assertThat(Calibrated.read(json.toString())).isEqualTo(CALIBRATED);
        assertThat(json.has("scale")).as("only what is given").isFalse();
        assertThat(new ObjectMapper()
                        .readTree(report("killed").json(Origin.UNKNOWN))
                        .has("compress"))
                .isFalse();
        assertThat(json.get("others").toString()).isEqualTo("{\"gateway\":\"HAProxy\"}");
        assertThat(json.get("load").get("by").asText()).isEqualTo("foreshock");
        assertThat(json.get("figures"))
                .extracting(figure -> figure.get("lies").asText())
                .containsExactly("inside", "above", "below");
        assertThat(json.get("figures"))
                .as("what the model says of this very run")
                .extracting(figure -> figure.path("sameDraws").asDouble(-1))
                .containsExactly(57.25, -1.0, -1.0);
    }

    @Test
    void whatARehearsalOfAnOlderVersionWasPredictedWithHasANameAlone() {
        Calibrated old = Calibrated.read("{ \"schemaVersion\": 1, \"calibrated\": \"c.yaml\" }");
        assertThat(old).isEqualTo(new Calibrated("c.yaml", "", 0, 0, "", Map.of(), ""));
        assertThat(Objects.requireNonNull(old).text()).isEqualTo("calibrated with c.yaml");
        assertThat(Calibrated.read("{ \"schemaVersion\": 1 }")).isNull();
        assertThatThrownBy(() -> Calibrated.read("{ \"schemaVersion\": 1, \"calibrated\": 3 }"))
                .hasMessageContaining("rehearsal.json: /calibrated must be a text, but was 3");
        assertThatThrownBy(() -> Calibrated.read("[")).hasMessageContaining("rehearsal.json");
    }

    /** Returns a rehearsal with response times that were observed, each of which was foretold to be 1 s. */
    private static RehearsalReport medians(@Nullable Calibrated calibrated, double... observed) {
        RehearsalReport report = report("killed");
        Map<Figure, Foretold> foretold = new LinkedHashMap<>();
        Map<Figure, Double> seen = new LinkedHashMap<>();
        String[] phases = {"before", "killed", "after killed"};
        for (int i = 0; i < observed.length; i++) {
            foretold.put(new Figure(phases[i], Kind.MEDIAN), new Foretold(0.5, 1, 2, 100));
            seen.put(new Figure(phases[i], Kind.MEDIAN), observed[i]);
        }
        Rehearsed rehearsed = report.rehearsed();
        return new RehearsalReport(
                new Rehearsed(new Forecast(1, 100, foretold, Map.of()), seen, rehearsed.runs()),
                report.places(),
                report.late(),
                report.mostLate(),
                null,
                report.others(),
                calibrated);
    }

    @Test
    void whereEveryMedianIsAboveItsPredictionCalibrateIsNamed() {
        String hint = "hint: every response time p50 lies above its prediction";
        Page page = new Page(100, false);
        RehearsalReport above = medians(null, 1.1, 1.01, 3);
        assertThat(above.tell(Fixtures.CONTEXT, "exit 0: passed", page)).contains(hint, "foreshock calibrate");
        assertThat(above.html(Fixtures.CONTEXT)).contains(hint);
        for (RehearsalReport other :
                List.of(medians(null, 1.1, 0.99, 3), medians(null), medians(CALIBRATED, 1.1, 1.01, 3))) {
            assertThat(other.tell(Fixtures.CONTEXT, "exit 0: passed", page)).doesNotContain(hint);
            assertThat(other.html(Fixtures.CONTEXT)).doesNotContain(hint);
        }
    }

    /** The same, with figures that were foretold or observed alone, and sent by a load generator. */
    private static RehearsalReport withGaps() {
        RehearsalReport whole = report("killed");
        Forecast forecast = whole.rehearsed().forecast();
        Map<Figure, Foretold> foretold = new LinkedHashMap<>(forecast.foretold());
        foretold.put(new Figure("killed", Kind.P99), new Foretold(0.1, 0.2, 0.3, 100));
        foretold.put(new Figure("killed", Kind.OUT), new Foretold(0.1, 0.2, 0.3, 12));
        foretold.put(new Figure(Figure.INCIDENT, Kind.DETECT), new Foretold(-3, -2, 1, 100));
        Map<Figure, Double> observed = new LinkedHashMap<>(whole.rehearsed().observed());
        observed.put(new Figure(Figure.INCIDENT, Kind.DETECT), -4.0);
        observed.put(new Figure(Figure.INCIDENT, Kind.WRITES_LOST), 2.0);
        return new RehearsalReport(
                new Rehearsed(
                        new Forecast(forecast.seed(), forecast.replications(), foretold, forecast.sameDraws()),
                        observed,
                        whole.rehearsed().runs()),
                whole.places(),
                whole.late(),
                whole.mostLate(),
                new LoadSeen("gatling 3.15.1", "out/gatling/rehearsal-1", 20, 21, 2_000_000, 9_400_000),
                whole.others(),
                null);
    }

    @Test
    void whatProgramsReadFollowsThePublishedSchemas() throws IOException {
        RehearsalReport gaps = withGaps();
        assertThat(gaps.json(CHANGED))
                .contains("\"seldom\"", "\"missing\"", "\"never simulated\"", "\"below\"", "\"gatling 3.15.1\"");
        for (RehearsalReport each : List.of(report("killed"), gaps)) {
            assertThat(Published.violations("rehearsal", each.json(CHANGED))).isEmpty();
            assertThat(Published.violations("rehearsal", each.json(Origin.UNKNOWN)))
                    .isEmpty();
            assertThat(Published.violations(
                            "forecast",
                            RehearsalReport.json("day", each.rehearsed().forecast())))
                    .isEmpty();
        }
        RunSet runs = gaps.rehearsed().runs();
        assertThat(Published.violations("run", ReportFile.RUN_JSON.render(runs, Fixtures.CONTEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "unit" : "/s"         | "unit" : "s"
                    "lies" : "above"      | "lies" : "seldom"
                    "lies" : "missing"    | "lies" : "inside"
                    "observed" : 13       | "seen" : 13
                    "covers"              | "cover"
                    "schemaVersion" : 1   | "schemaVersion" : 2
                    "users" : 20          | "users" : 20.5
                    "figure" : "goodput"  | "figure" : "throughput"
                    """)
    void theSchemaNoticesWhatDoesNotFitTogether(String was, String becomes) throws IOException {
        String json = withGaps().json(CHANGED);
        assertThat(json).contains(was);
        assertThat(Published.violations(
                        "rehearsal", json.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(becomes))))
                .isNotEmpty();
    }

    private static String page(RehearsalReport report, @Nullable String rehearsal) {
        RunSet runs = report.rehearsed().runs();
        return PastReport.render(
                        ReportFile.RESULT_JSON.render(runs, Fixtures.CONTEXT),
                        ReportFile.RUN_JSON.render(runs, Fixtures.CONTEXT),
                        null,
                        rehearsal)
                .getOrDefault(ReportFile.REPORT_HTML.fileName(), "");
    }

    @Test
    void aPageThatIsMadeAnewHasWhatWasPredicted() {
        RehearsalReport report = report("killed");
        LoadSeen gatling = new LoadSeen("gatling 3.15.1", "out/gatling/rehearsal-1", 20, 21, 2_000_000, 9_400_000);
        RehearsalReport byGatling = new RehearsalReport(
                report.rehearsed(), report.places(), report.late(), report.mostLate(), gatling, report.others(), null);
        for (RehearsalReport each : List.of(report, byGatling)) {
            assertThat(page(each, each.json(Origin.UNKNOWN)))
                    .contains("Predicted and observed", "HAProxy", "by a signal to the process of web")
                    .matches(html -> each.calibrated() == null
                            || html.contains(
                                    "before it began, calibrated with calibrated.yaml, measured 2026-11-30 on"))
                    .isEqualTo(each.html(Fixtures.CONTEXT));
        }
    }

    @Test
    void aPageIsNotMadeAnewWithoutWhatWasPredictedOrWithThatOfAnotherRehearsal() {
        RehearsalReport report = report("killed");
        assertThatThrownBy(() -> page(report, null)).hasMessageContaining("rehearsal.json must lie beside");
        assertThatThrownBy(() ->
                        page(report, report.json(Origin.UNKNOWN).replaceFirst("\"seed\" : \\d+", "\"seed\" : 123456")))
                .hasMessageContaining("rehearsal.json must be of the rehearsal of result.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "inside"             | "outside" | /figures/0/lies must be one of inside, below
                    "goodput"            | "x"       | /figures/0/figure must be one of goodput, median
                    "observed" : 57.5,   | ''        | /figures/0 must be foretold and observed
                    "seenIn" : 100       | "seenIn" : 0 | /figures/0/seenIn must be at least 1
                    "low" : 56.6         | "low" : 1e400 | /figures/0/low must be a number
                    "faults" : {         | "faults" : 3, "x" : { | /faults must be an object
                    """)
    void anEditedRehearsalIsRefusedInWords(String was, String becomes, String said) {
        RehearsalReport report = report("killed");
        String edited = report.json(Origin.UNKNOWN).replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(becomes));
        assertThatThrownBy(() -> page(report, edited))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rehearsal.json: " + said);
    }

    @Test
    void whereEvenThatIsTooWideTheMedianMovesBelowFirst() {
        assertThat(tell(LONG, 72)).contains("""
                  figure              90 % of runs            observed   lies
                before
                  goodput             56.6/s .. 64.4/s        57.5/s     inside
                      predicted 59.9/s
                """);
    }
}
