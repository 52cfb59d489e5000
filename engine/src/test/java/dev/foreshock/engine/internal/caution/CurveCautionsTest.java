package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clock runs from 09:00 to 10:00. */
class CurveCautionsTest {
    private static final Rate FEW = Rate.perSecond(1);

    private static List<String> of(Curve curve) {
        return Odd.kinds(Odd.sound().traffic("shoppers", "more", curve));
    }

    private static Moment at(String time) {
        return Moment.at(time);
    }

    @Test
    void curvesThatBringSomebodyAreLeftAlone() {
        assertThat(of(new Hold(at("09:10"), at("09:10:00.000001"), FEW))).isEmpty();
        assertThat(of(new Step(at("09:59:59.999"), FEW, null, null))).isEmpty();
        assertThat(of(new Ramp(at("09:30"), at("12:00"), FEW, null, null))).isEmpty();
        assertThat(of(new Decay(at("09:30"), FEW, Duration.ofSeconds(1)))).isEmpty();
        assertThat(of(new Viral(at("11:00"), Rate.perMinute(1), FEW, null, null)))
                .isEmpty();
        assertThat(of(new Diurnal(FEW, Percent.HUNDRED, at("08:00"), Duration.ofDays(1))))
                .isEmpty();
        assertThat(of(new Step(at("09:30"), Multiple.x(2), null, null))).isEmpty();
    }

    @Test
    void aCurveAfterTheEndOfTheClockIsFoundAtItsTime() {
        assertThat(Odd.in(Odd.sound().traffic("shoppers", "more", new Step(at("10:30"), FEW, null, null))))
                .containsExactly(new Caution(
                        Caution.Kind.CURVE_SILENT,
                        "traffic.shoppers.more.at",
                        "the curve brings nobody: 10:30 is not before the end of the clock, 10:00",
                        "write a time within the clock"));
        assertThat(of(new Hold(at("08:00"), at("08:30"), FEW)))
                .as("a time before the start is tomorrow's")
                .containsExactly("CURVE_SILENT traffic.shoppers.more.from");
    }

    @Test
    void aCurveThatEndsBeforeItBeginsIsFound() {
        assertThat(of(new Hold(at("09:40"), at("09:10"), FEW)))
                .containsExactly("CURVE_SILENT traffic.shoppers.more.until");
        assertThat(of(new Step(at("09:40"), FEW, at("09:10"), Duration.ofMinutes(1))))
                .containsExactly("CURVE_SILENT traffic.shoppers.more.until");
        assertThat(of(new Ramp(at("09:30"), at("09:40"), FEW, at("09:30"), null)))
                .containsExactly("CURVE_SILENT traffic.shoppers.more.until");
    }

    @Test
    void aMultipleOfNothingIsFound() {
        assertThat(Odd.kinds(Odd.sound()
                        .traffic("shoppers", "usual", new Step(at("09:30"), FEW, null, null))
                        .traffic("shoppers", "more", new Constant(Multiple.x(2)))))
                .containsExactly("CURVE_SILENT traffic.shoppers.more");
    }

    @Test
    void aCurveThatSaysItselfThatItIsNothingIsLeftAlone() {
        assertThat(of(new Step(at("10:30"), Rate.perSecond(0), null, null))).isEmpty();
    }

    @Test
    void aRampThatRunsBackwardsIsFound() {
        assertThat(Odd.in(Odd.sound().traffic("shoppers", "more", new Ramp(at("09:40"), at("09:10"), FEW, null, null))))
                .extracting(Caution::toString)
                .containsExactly("traffic.shoppers.more.to: the ramp starts to grow at 09:40 but is full before, "
                        + "at 09:10: it jumps instead of growing (swap them, or use a step)");
    }

    private static Recorded recorded(int minutes, @Nullable String from) {
        Recording recording = new Recording(
                "r",
                LocalDateTime.parse("2020-06-01T09:00:00"),
                Duration.ofMinutes(1),
                Collections.nCopies(minutes, 5.0));
        return new Recorded(recording, from == null ? null : LocalDateTime.parse(from), Multiple.x(1));
    }

    @Test
    void aRecordingThatIsTooShortIsFound() {
        assertThat(of(recorded(60, null))).isEmpty();
        assertThat(Odd.in(Odd.sound().traffic("shoppers", "more", recorded(50, null))))
                .extracting(Caution::toString)
                .containsExactly("traffic.shoppers.more: the recording ends at 2020-06-01T09:50, and the last 10m "
                        + "of the scenario have none of it (shorten the clock, or start earlier in the recording)");
        assertThat(of(recorded(60, "2020-06-01T09:30:00")))
                .containsExactly("RECORDING_TOO_SHORT traffic.shoppers.more");
        assertThat(of(recorded(90, "2020-06-01T08:30:00")))
                .containsExactly("RECORDING_TOO_SHORT traffic.shoppers.more.from");
    }
}
