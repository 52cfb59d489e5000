package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Decay;
import dev.foreshock.engine.curve.Diurnal;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.curve.Ramp;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.curve.Viral;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RateTableTest {
    private static final Clock HOUR = Clock.of("2026-01-01T09:00:00Z", Duration.ofHours(1));
    private static final double SECOND = 1e9;

    private static RateTable table(Curve... curves) {
        Map<String, Curve> named = new TreeMap<>();
        for (int i = 0; i < curves.length; i++) {
            named.put("c" + i, curves[i]);
        }
        return new RateTable(named, HOUR);
    }

    private static double total(RateTable table) {
        return table.expectedBy(table.cells() - 1);
    }

    /** Returns the time at which {@code count} arrivals are expected, in seconds. */
    private static double inverse(RateTable table, double count) {
        int cell = 0;
        while (table.expectedBy(cell) <= count) {
            cell++;
        }
        return table.timeOf(cell, count) / SECOND;
    }

    @Test
    void integralsAreExactForPiecewiseLinearCurvesWhereverTheyBend() {
        RateTable table = table(
                new Constant(Rate.perSecond(1)),
                new Hold(
                        new Moment.After(Duration.ofNanos(100_123_456_789L)),
                        new Moment.After(Duration.ofNanos(200_123_456_789L)),
                        Rate.perSecond(50)),
                new Ramp(
                        Moment.at("09:30"),
                        new Moment.After(Duration.ofSeconds(1807)),
                        Rate.perSecond(10),
                        Moment.at("09:40"),
                        null));
        assertThat(total(table)).isCloseTo(3600 + 5000 + 35 + 10 * 593, within(1e-6));
    }

    @Test
    void smoothCurvesAreIntegratedToMachinePrecision() {
        RateTable viral = table(new Viral(Moment.at("09:20"), Rate.perMinute(2), Rate.perSecond(100), null, null));
        double growth = 2 / 60.0;
        double wanted = 100 / growth * (Math.log1p(Math.exp(growth * 2400)) - Math.log1p(Math.exp(-growth * 1200)));
        assertThat(total(viral)).isCloseTo(wanted, within(wanted * 1e-9));
        RateTable decay = table(new Decay(Moment.at("09:10"), Rate.perSecond(100), Duration.ofMinutes(1)));
        assertThat(total(decay)).isCloseTo(100 * 60 / Math.log(2), within(1e-4));
        RateTable wave =
                table(new Diurnal(Rate.perSecond(10), Percent.of(80), Moment.at("09:00"), Duration.ofMinutes(20)));
        assertThat(total(wave)).isCloseTo(36_000, within(1e-4));
    }

    @Test
    void timesInvertTheIntegral() {
        RateTable ramp = table(new Ramp(Moment.at("09:00"), Moment.at("10:00"), Rate.perSecond(36), null, null));
        for (double seconds : new double[] {10, 100.05, 1234.5, 3599}) {
            double count = 36 * seconds * seconds / 3600 / 2;
            assertThat(inverse(ramp, count)).isCloseTo(seconds, within(0.01));
        }
        RateTable gap = table(
                new Hold(Moment.at("09:00"), Moment.at("09:01"), Rate.perSecond(10)),
                new Hold(Moment.at("09:59"), Moment.at("10:00"), Rate.perSecond(10)));
        assertThat(inverse(gap, 599.9)).isCloseTo(59.99, within(1e-6));
        assertThat(inverse(gap, 600.1)).isCloseTo(59 * 60 + 0.01, within(1e-6));
    }

    @Test
    void multiplesReferToTheUsualRateAtTheStart() {
        Map<String, Curve> curves = Map.of(
                "usual", new Constant(Rate.perSecond(4)),
                "surge", new Step(Moment.at("09:30"), Multiple.x(3), null, null));
        RateTable table = new RateTable(curves, HOUR);
        assertThat(total(table)).isCloseTo(4 * 3600 + 12 * 1800, within(1e-6));
        assertThat(table.usualPerSecond(0)).isEqualTo(4);
        assertThat(table.perSecond(1_800_000_000_000L)).isEqualTo(16);
    }

    @Test
    void recordedCountsComeOutAsTheyWere() {
        List<Double> counts = List.of(30.0, 0.0, 900.0, 12.0, 77.0, 1.0, 0.0, 0.0, 400.0, 5.0, 6.0, 7.0);
        Recording recording =
                new Recording("r", LocalDateTime.parse("2020-06-01T00:00:00"), Duration.ofMinutes(5), counts);
        RateTable table = table(new Recorded(recording, null, Multiple.x(1)));
        assertThat(total(table)).isCloseTo(1438, within(1e-6));
        double before = 0;
        for (int i = 0; i < 12; i++) {
            if (counts.get(i) > 0) {
                assertThat(inverse(table, before + counts.get(i) / 2)).isCloseTo(i * 300 + 150, within(0.2));
            }
            before += counts.get(i);
        }
    }

    @Test
    void aClockOfANanosecondHasATable() {
        RateTable table = new RateTable(
                Map.of("usual", new Constant(Rate.perSecond(1e9))),
                Clock.of("2026-01-01T09:00:00Z", Duration.ofNanos(1)));
        assertThat(total(table)).isCloseTo(1, within(1e-9));
    }

    @Test
    void simulatedArrivalsFollowTheCurve() {
        Scenario scenario = Scenario.named("ramp", Worlds.from9(Duration.ofMinutes(20)))
                .component("web", Stub.after(1, Outcome.OK))
                .users("u", Worlds.onePage("web"))
                .traffic("u", "usual", new Constant(Rate.perSecond(2)))
                .traffic(
                        "u",
                        "ramp",
                        new Ramp(Moment.at("09:05"), Moment.at("09:15"), Rate.perSecond(60), Moment.at("09:17"), null))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        for (int minute = 0; minute < 20; minute++) {
            double ramp = minute < 5 || minute >= 17 ? 0 : minute >= 15 ? 60 : 6 * (minute - 5 + 0.5);
            double wanted = 60 * (2 + ramp);
            assertThat((double) run.minutes().offered().get(minute))
                    .as("minute %s, %s", minute, Worlds.replay())
                    .isCloseTo(wanted, within(4 * Math.sqrt(wanted)));
        }
    }

    @Test
    void whatIsExpectedBeforeATimeIsTheAreaUnderTheCurve() {
        RateTable table = new RateTable(
                Map.of("ramp", new Ramp(Moment.at("09:00"), Moment.at("10:00"), Rate.perSecond(10), null, null)),
                Worlds.from9(Duration.ofHours(1)));
        assertThat(table.expectedAt(-5)).isZero();
        assertThat(table.expectedAt(0)).isZero();
        long half = Duration.ofMinutes(30).toNanos() + 77;
        assertThat(table.expectedAt(half)).isCloseTo(10 * 3600 / 8.0, within(0.01));
        assertThat(table.expectedAt(Duration.ofHours(1).toNanos())).isEqualTo(table.total());
        assertThat(table.expectedAt(Duration.ofHours(2).toNanos())).isEqualTo(table.total());
    }
}
