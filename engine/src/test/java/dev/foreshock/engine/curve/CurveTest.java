package dev.foreshock.engine.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Clock CLOCK = Clock.of("2026-01-01T09:00:00Z", Duration.ofHours(24));
    private static final Rate USUAL = Rate.perSecond(10);

    private static double at(Curve curve, String time) {
        return curve.on(CLOCK, USUAL).perSecondAt(CLOCK.nanosAt(Moment.at(time)));
    }

    private static double justBefore(Curve curve, String time) {
        return curve.on(CLOCK, USUAL).perSecondAt(CLOCK.nanosAt(Moment.at(time)) - 1);
    }

    @Test
    void aConstantIsARateOrAMultipleOfTheUsual() {
        assertThat(at(new Constant(Rate.perSecond(7)), "10:00")).isEqualTo(7);
        assertThat(at(new Constant(Multiple.x(3)), "10:00")).isEqualTo(30);
    }

    @Test
    void aStepIsThereAtOnceAndEndsOrFades() {
        Step forEver = new Step(Moment.at("10:00"), Rate.perSecond(5), null, null);
        assertThat(justBefore(forEver, "10:00")).isZero();
        assertThat(at(forEver, "10:00")).isEqualTo(5);
        assertThat(at(forEver, "08:59")).isEqualTo(5);
        Step ends = new Step(Moment.at("10:00"), Rate.perSecond(5), Moment.at("11:00"), null);
        assertThat(justBefore(ends, "11:00")).isEqualTo(5);
        assertThat(at(ends, "11:00")).isZero();
        Step fades = new Step(Moment.at("10:00"), Rate.perSecond(8), Moment.at("11:00"), Duration.ofMinutes(30));
        assertThat(at(fades, "11:00")).isEqualTo(8);
        assertThat(at(fades, "11:30")).isCloseTo(4, within(1e-9));
        assertThat(at(fades, "13:00")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aRampIsAStraightLine() {
        Ramp ramp = new Ramp(
                Moment.at("10:00"), Moment.at("11:00"), Multiple.x(4), Moment.at("12:00"), Duration.ofHours(1));
        assertThat(at(ramp, "09:59")).isZero();
        assertThat(at(ramp, "10:00")).isZero();
        assertThat(at(ramp, "10:15")).isCloseTo(10, within(1e-9));
        assertThat(at(ramp, "10:45")).isCloseTo(30, within(1e-9));
        assertThat(at(ramp, "11:30")).isEqualTo(40);
        assertThat(at(ramp, "13:00")).isCloseTo(20, within(1e-9));
    }

    @Test
    void aRampCutShortFadesFromWhereItWas() {
        Ramp ramp = new Ramp(
                Moment.at("10:00"), Moment.at("12:00"), Rate.perSecond(8), Moment.at("11:00"), Duration.ofHours(1));
        assertThat(at(ramp, "11:00")).isCloseTo(4, within(1e-9));
        assertThat(at(ramp, "12:00")).isCloseTo(2, within(1e-9));
    }

    @Test
    void holdAndDecayAreStepsWithoutAHead() {
        Hold hold = new Hold(Moment.at("10:00"), Moment.at("11:00"), Rate.perSecond(6));
        assertThat(justBefore(hold, "10:00")).isZero();
        assertThat(at(hold, "10:30")).isEqualTo(6);
        assertThat(at(hold, "11:00")).isZero();
        Decay decay = new Decay(Moment.at("10:00"), Rate.perSecond(6), Duration.ofMinutes(10));
        assertThat(justBefore(decay, "10:00")).isZero();
        assertThat(at(decay, "10:00")).isEqualTo(6);
        assertThat(at(decay, "10:20")).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void aDailyWaveHasItsPeakItsTroughAndItsMean() {
        Diurnal wave = new Diurnal(Rate.perSecond(100), Percent.of(40), Moment.at("20:00"), Duration.ofHours(24));
        assertThat(at(wave, "20:00")).isCloseTo(140, within(1e-6));
        assertThat(at(wave, "08:00")).isCloseTo(60, within(1e-6));
        assertThat(at(wave, "14:00")).isCloseTo(100, within(1e-6));
        assertThat(at(
                        new Diurnal(Rate.perSecond(9), Percent.HUNDRED, Moment.at("20:00"), Duration.ofHours(24)),
                        "08:00"))
                .isNotNegative();
    }

    @Test
    void viralGrowthIsLogistic() {
        Viral viral = new Viral(Moment.at("12:00"), Rate.perMinute(0.1), Multiple.x(50), null, null);
        assertThat(at(viral, "12:00")).isCloseTo(250, within(1e-9));
        for (int minutes : new int[] {-50, -10, 5, 30, 120}) {
            double wanted = 500 / (1 + Math.exp(-0.1 * minutes));
            long nanos = Duration.ofMinutes(180 + minutes).toNanos();
            assertThat(viral.on(CLOCK, USUAL).perSecondAt(nanos)).isCloseTo(wanted, within(1e-9 * wanted));
        }
        Viral ends = new Viral(
                Moment.at("12:00"), Rate.perMinute(0.1), Multiple.x(50), Moment.at("12:00"), Duration.ofHours(1));
        assertThat(at(ends, "13:00")).isCloseTo(125, within(1e-9));
    }

    @Test
    void aRecordingIsReplayedFromAChosenTime() {
        Recording recording = new Recording(
                "r",
                LocalDateTime.parse("2020-06-01T00:00:00"),
                Duration.ofMinutes(5),
                List.of(300.0, 600.0, 0.0, 900.0));
        Recorded whole = new Recorded(recording, null, Multiple.x(2));
        assertThat(at(whole, "09:00")).isEqualTo(2);
        assertThat(justBefore(whole, "09:05")).isEqualTo(2);
        assertThat(at(whole, "09:05")).isEqualTo(4);
        assertThat(at(whole, "09:12")).isZero();
        assertThat(at(whole, "09:19")).isEqualTo(6);
        assertThat(at(whole, "09:20")).isZero();
        Recorded later = new Recorded(recording, LocalDateTime.parse("2020-06-01T00:05:00"), Multiple.x(1));
        assertThat(at(later, "09:00")).isEqualTo(2);
        Recorded earlier = new Recorded(recording, LocalDateTime.parse("2020-05-31T23:00:00"), Multiple.x(1));
        assertThat(at(earlier, "09:59")).isZero();
        assertThat(at(earlier, "10:00")).isEqualTo(1);
    }

    @Test
    void aRecordingRefusesNonsense() {
        LocalDateTime start = LocalDateTime.parse("2020-06-01T00:00:00");
        assertThatThrownBy(() -> new Recording("r", start, Duration.ofMinutes(5), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recording("r", start, Duration.ofMinutes(5), List.of(-1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recording("r", start, Duration.ofMinutes(5), List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recording("r", start, Duration.ZERO, List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
