package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.Tap;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpaqueTest {
    private static final OpaqueSpec PAYMENTS = OpaqueSpec.of(Map.of(
            "quiet", point(200, 100, 300, 1),
            "busy", point(1000, 200, 1100, 5),
            "full", point(2000, 500, 500, 15)));

    private static MeasurementSpec point(double at, long p50, long p99, double errors) {
        return new MeasurementSpec(
                Rate.perSecond(at), Duration.ofMillis(p50), Duration.ofMillis(p99), Percent.of(errors));
    }

    /** Offers a steady rate, and checks median and 99 % quantile in milliseconds, and errors in percent. */
    private static void expect(double perSecond, double p50, double p99, double errors) {
        Tap.Log log = new Tap.Log();
        Scenario scenario = Worlds.open(
                        new Tap("payments", log), perSecond, Duration.ofSeconds((long) (120_000 / perSecond)))
                .component("payments", PAYMENTS)
                .build();
        ComponentFigures payments = Worlds.runOnce(scenario).components().get("payments");
        double ended =
                payments.outcomes().values().stream().mapToLong(Long::longValue).sum();
        List<Double> took =
                log.took.values().stream().map(nanos -> nanos / 1e6).sorted().toList();
        assertThat(took.get(took.size() / 2)).as("median at %s/s", perSecond).isCloseTo(p50, within(0.02 * p50));
        assertThat(took.get(took.size() * 99 / 100))
                .as("p99 at %s/s", perSecond)
                .isCloseTo(p99, within(0.04 * p99));
        assertThat(100 * payments.outcomes().get("error") / ended)
                .as("errors at %s/s", perSecond)
                .isCloseTo(errors, within(0.04 * errors + 0.08));
    }

    @Test
    void belowTheLowestRateItAnswersAsMeasuredThere() {
        expect(50, 100, 300, 1);
    }

    @Test
    void atAMeasuredRateItAnswersAsMeasured() {
        expect(1000, 200, 1100, 5);
    }

    @Test
    void betweenMeasurementsItAnswersInBetween() {
        expect(600, 150, 700, 3);
    }

    @Test
    void aboveTheHighestRateNothingIsExtrapolated() {
        expect(4000, 500, 500, 15);
    }

    @Test
    void theEstimateFollowsAJumpOfTheRateWithinItsWindow() {
        OpaqueSpec steep = OpaqueSpec.of(Map.of("a", point(100, 10, 10, 0), "b", point(300, 10, 10, 100)));
        Scenario scenario = Worlds.open(steep, 100, Duration.ofMinutes(2))
                .traffic(
                        "visitors",
                        "more",
                        new Step(Moment.after(Duration.ofMinutes(1)), Rate.perSecond(200), null, null))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        List<Double> gauge = run.series().gauges().get("web.rate");
        int perTenSeconds = gauge.size() / 12;
        assertThat(gauge.get(6 * perTenSeconds - 1)).as("just before the jump").isCloseTo(100, within(20.0));
        assertThat(gauge.get(7 * perTenSeconds - 1))
                .as("a window after it: 300 - 200 exp(-2)")
                .isCloseTo(273, within(25.0));
        assertThat(gauge.get(9 * perTenSeconds - 1)).isCloseTo(300, within(30.0));
    }

    @Test
    void theEstimateOfTheRateIsUnbiasedFromTheFirstCallOnAndVariesLikeACountOverItsWindow() {
        Random random = new Random(1);
        int trials = 20_000;
        double[] at = {0.5, 3, 60};
        for (double seconds : at) {
            double sum = 0;
            double squares = 0;
            for (int trial = 0; trial < trials; trial++) {
                RateEstimate estimate = new RateEstimate(10_000_000_000L);
                double next = exponential(random, 5);
                while (next < seconds) {
                    estimate.add((long) (next * 1e9));
                    next += exponential(random, 5);
                }
                double rate = estimate.perSecond((long) (seconds * 1e9));
                sum += rate;
                squares += rate * rate;
            }
            double mean = sum / trials;
            assertThat(mean).as("after %s s", seconds).isCloseTo(5, within(0.1));
            if (seconds == 60) {
                assertThat(squares / trials - mean * mean).as("lambda / over").isCloseTo(0.5, within(0.03));
            }
        }
    }

    private static double exponential(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    @Test
    void aCallThatIsTakenBackEndsAtOnce() {
        Lab lab = Lab.of("payments", OpaqueSpec.of(Map.of("only", point(1, 100, 100, 0))));
        CallSpec impatient = CallSpec.plain().within(Duration.ofMillis(50));
        Answer takenBack = lab.call(0, "payments", 0, impatient.cancelling());
        Answer abandoned = lab.call(0, "payments", 0, impatient);
        lab.runUntil(60);
        takenBack.is(TIMED_OUT, 50);
        abandoned.is(TIMED_OUT, 50);
        assertThat(lab.component("payments").holding()).isEqualTo(1);
        lab.run();
    }

    @Test
    void scalingTheSystemScalesTheMeasuredRates() {
        Scenario scenario = Worlds.open(PAYMENTS, 40, Duration.ofMinutes(10)).build();
        Scenario tenfold = Scaling.by(10, scenario);
        OpaqueSpec scaled = (OpaqueSpec) tenfold.system().components().get("web");
        assertThat(scaled.measured().get("quiet").at()).isEqualTo(Rate.perSecond(2000));
        assertThat(scaled.measured().get("quiet").p50()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void measurementsThatContradictEachOtherAreRefused() {
        assertThat(problems(OpaqueSpec.of(Map.of()))).containsExactly("CONFLICT measured");
        assertThat(problems(OpaqueSpec.of(Map.of("a", point(5, 10, 9, 0))))).containsExactly("CONFLICT measured.a.p99");
        assertThat(problems(OpaqueSpec.of(Map.of("a", point(5, 10, 10, 0), "b", point(5, 11, 12, 0)))))
                .containsExactly("CONFLICT measured.b.at");
        assertThat(problems(PAYMENTS)).isEmpty();
    }

    private static List<String> problems(OpaqueSpec spec) {
        return Inspector.inspect(spec).stream()
                .map(problem -> problem.flaw() + " " + problem.path())
                .toList();
    }
}
