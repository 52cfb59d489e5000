package dev.foreshock.reports.internal.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.forecast.Figure;
import dev.foreshock.engine.forecast.Figure.Kind;
import dev.foreshock.engine.forecast.Forecast.Foretold;
import dev.foreshock.engine.forecast.Rehearsed.Lies;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.account.Rehearsal.Compared;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a figure agree with the word about where what was observed lies. */
class FigureTextTest {
    private static Compared compared(Kind kind, double low, double median, double high, double observed) {
        Lies lies = observed < low ? Lies.BELOW : observed > high ? Lies.ABOVE : Lies.INSIDE;
        return new Compared(new Figure("before", kind), new Foretold(low, median, high, 100), observed, lies);
    }

    private static List<String> row(Compared compared) {
        return ForecastWords.rows(of(compared)).get(0);
    }

    private static Rehearsal of(Compared compared) {
        return new Rehearsal(100, List.of(compared), Map.of(), Map.of(), Duration.ZERO, Duration.ZERO, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "GOODPUT, 55.7, 59.9, 64.3, 57.5, 59.9/s, 55.7/s .. 64.3/s, 57.5/s, inside",
        "GOODPUT, 55.72, 59.9, 64.3, 55.68, 59.90/s, 55.72/s .. 64.30/s, 55.68/s, below",
        "GOODPUT, 55.72, 59.9, 64.3, 55.72, 59.9/s, 55.7/s .. 64.3/s, 55.7/s, inside",
        "GOODPUT, 55.7, 59.9, 64.3, 64.304, 59.900/s, 55.700/s .. 64.300/s, 64.304/s, above",
        "P99, 0.0121, 0.0133, 0.015, 0.01503, 13.30 ms, 12.10 ms .. 15.00 ms, 15.03 ms, above",
        "P99, 0.0121, 0.0133, 0.015, 0.015, 13.3 ms, 12.1 ms .. 15.0 ms, 15.0 ms, inside",
        "P99, 0.9, 0.95, 0.99998, 1.002, 950.00 ms, 900.00 ms .. 999.98 ms, 1.002 s, above",
        "RECOVER, 21.004, 21.5, 22, 21.003, 21.500 s, 21.004 s .. 22.000 s, 21.003 s, below",
        "DETECT, 0, 0.5, 1, -0.004, 500.00 ms, 0.000 s .. 1.000 s, -0.004 s, below",
        "WRITES_LOST, 0, 0, 2.5, 3, none, none .. 2.5, 3.0, above",
        "WRITES_LOST, 0, 0, 2, 3, none, none .. 2, 3, above",
        "WRITES_LOST, 0, 0, 0, 0, none, none, none, inside",
        "IMPACT, 0, 0, 0, 12, none, none, 12.00 s, above",
        "IMPACT, 40, 40, 40, 40, 40.00 s, 40.00 s, 40.00 s, inside",
        "GOODPUT, 0, 0, 0, 0.2, none, none, 0.2/s, above",
        "GOODPUT, 0, 0, 0, 0.004, none, none, 0.004/s, above",
        "FIRST_FAILURE, 0, 0, 0, 0, 0.00 s, 0.00 s, 0.00 s, inside"
    })
    void asManyDecimalsAsTellWhereItLies(
            Kind kind,
            double low,
            double median,
            double high,
            double observed,
            String predicted,
            String interval,
            String seen,
            String lies) {
        assertThat(row(compared(kind, low, median, high, observed)).subList(2, 6))
                .containsExactly(predicted, interval, seen, lies);
    }

    /** What did not happen is none, what was not seen is not 0, and what one run alone had has no interval. */
    @Test
    void nothingIsToldFromUnknown() {
        Figure out = new Figure("before", Kind.OUT);
        assertThat(row(new Compared(out, null, 3.0, Lies.NEVER_SIMULATED)).subList(2, 6))
                .containsExactly("-", "in no run", "3.00 s", "never simulated");
        assertThat(row(new Compared(out, new Foretold(3, 3, 3, 1), null, Lies.SELDOM))
                        .subList(2, 6))
                .containsExactly("3.00 s", "in 1 of 100 runs", "not seen", "seldom");
        assertThat(row(new Compared(out, new Foretold(3, 4, 5, 12), 4.0, Lies.INSIDE))
                        .subList(2, 6))
                .containsExactly("4.00 s", "3.00 s .. 5.00 s (85 %, 12 of 100 runs)", "4.00 s", "inside");
        assertThat(ForecastWords.summary(of(new Compared(out, new Foretold(3, 3, 3, 1), null, Lies.SELDOM))))
                .endsWith("; not seen: it did not happen, or nobody there could see it");
        assertThat(ForecastWords.summary(of(new Compared(out, new Foretold(3, 4, 5, 100), 4.0, Lies.INSIDE))))
                .doesNotContain("not seen");
    }

    @Test
    void whatIsCloserThanAnybodyCanReadIsPrintedAsUsual() {
        assertThat(row(compared(Kind.GOODPUT, 10, 11, 12, Math.nextUp(12.0))).subList(2, 6))
                .containsExactly("11.0/s", "10.0/s .. 12.0/s", "12.0/s", "above");
    }

    /** However close to an end, on either side, and in whichever unit: a reader who compares what is printed comes to the same. */
    @Test
    void theWordIsWhatTheNumbersSay() {
        for (Kind kind : List.of(Kind.GOODPUT, Kind.P99, Kind.WRITES_LOST)) {
            for (double end : new double[] {0.0149996, 0.99996, 1, 1.004999, 12.345, 3599.75}) {
                for (double off = 1e-6; off < 1; off *= 3) {
                    for (double observed : new double[] {end - off, end, end + off}) {
                        if (observed > 0) {
                            check(row(compared(kind, end, end * 1.5, end * 2, observed)));
                            check(row(compared(kind, end / 2, end * 0.75, end, observed)));
                        }
                    }
                }
            }
        }
    }

    private static void check(List<String> row) {
        String[] ends = row.get(3).split(" \\.\\. ", -1);
        double observed = read(row.get(4));
        String lies = observed < read(ends[0]) ? "below" : observed > read(ends[ends.length - 1]) ? "above" : "inside";
        assertThat(row.get(5)).as("%s", row).isEqualTo(lies);
    }

    private static double read(String text) {
        double number = Double.parseDouble(text.replaceAll("[^-0-9.]", ""));
        return text.endsWith(" ms") ? number / 1e3 : number;
    }
}
