package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.foreshock.engine.unit.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of a rehearsal beside its forecast. */
class RehearsalReportTest {
    private static final String LONG = "checkout-payments-gateway-loses-its-network";

    /** A rehearsal of a day without faults but for one with that name, which observed more than was foretold. */
    private static RehearsalReport report(String fault) {
        RunSet calm = Fixtures.healthy(1);
        FaultSpec crash = FaultSpec.of(Moment.after(Duration.ofHours(1)), Duration.ofHours(1), "web", Crash.ALL);
        RunSet runs = new RunSet(
                calm.scenario().withFaults(Map.of(fault, crash)),
                calm.seed(),
                calm.scale(),
                calm.runs(),
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
                        new Forecast(1177, 100, foretold, Map.of(new Figure("before", Kind.GOODPUT), 57.25)),
                        observed,
                        runs),
                Map.of(),
                Duration.ofMillis(2),
                Duration.ofMillis(9),
                null,
                Map.of("gateway", "HAProxy"));
    }

    private static String tell(String fault, int width) {
        return report(fault).tell(Duration.ofMinutes(1), "exit 0: passed", new Page(width, false));
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
        JsonNode json = new ObjectMapper().readTree(report("killed").json(List.of("retry-budget")));
        assertThat(json.get("variants").toString()).isEqualTo("[\"retry-budget\"]");
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
    void whereEvenThatIsTooWideTheMedianMovesBelowFirst() {
        assertThat(tell(LONG, 72)).contains("""
                  figure              90 % of runs            observed   lies
                before
                  goodput             56.6/s .. 64.4/s        57.5/s     inside
                      predicted 59.9/s
                """);
    }
}
