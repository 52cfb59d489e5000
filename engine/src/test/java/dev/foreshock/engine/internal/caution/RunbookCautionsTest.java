package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepRef.Ending;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunbookCautionsTest {
    private static final Condition BACK =
            Condition.of(Signal.UP, Comparison.AT_LEAST, 1, Duration.ZERO).about("web");
    private static final Alert ALERT =
            Alert.on("web", Condition.of(Signal.UP, Comparison.BELOW, 1, Duration.ZERO), "sam");

    private static ScenarioBuilder staffed() {
        return Odd.sound()
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .monitor("m", ALERT.telling("surge"))
                .step("look", step().gives("cause").build())
                .step(
                        "restart",
                        step().after(StepRef.done("look")).workedIf(BACK).build());
    }

    private static StepSpec.Builder step() {
        return StepSpec.by("sam", Duration.ofMinutes(1));
    }

    @Test
    void aRunbookThatCanBeWorkedThroughIsLeftAlone() {
        assertThat(Odd.in(staffed()
                        .step(
                                "mend",
                                step().after(StepRef.failed("restart"))
                                        .needs("cause")
                                        .build())
                        .step("skip", step().skipIf("surge").build())
                        .step(
                                "last",
                                step().after(StepRef.done("skip"))
                                        .needs("surge")
                                        .build())))
                .isEmpty();
    }

    @Test
    void withoutAPageNobodyBegins() {
        assertThat(Odd.in(staffed().monitor("m", mute())))
                .extracting(Caution::toString)
                .containsExactly(
                        "monitors.m: 'm' pages nobody when it fires (for example pages: [on-call]; enabled: no switches it off)",
                        "runbook: no monitor pages anybody, so no step of the runbook ever starts "
                                + "(let an alert page a responder)");
    }

    private static Alert mute() {
        return new Alert(
                "web", ALERT.every(), ALERT.condition(), java.util.Set.of(), java.util.Set.of(), ALERT.lost(), true);
    }

    @Test
    void aStepWithoutACheckNeverFails() {
        assertThat(Odd.in(staffed()
                        .step("mend", step().after(StepRef.failed("look")).build())))
                .containsExactly(new Caution(
                        Caution.Kind.STEP_CANNOT_START,
                        "runbook.mend.after",
                        "'mend' can never start: 'look' has no 'worked-if' and is taken to work, so it never fails",
                        "give 'look' a worked-if, or wait for its end only",
                        "runbook.look",
                        "the step before it"));
    }

    @Test
    void whatNeverStartsHoldsUpWhatComesAfter() {
        assertThat(Odd.in(staffed()
                        .step(
                                "mend",
                                step().after(StepRef.failed("look"))
                                        .gives("fix")
                                        .build())
                        .step("after", step().after(StepRef.done("mend")).build())
                        .step("apply", step().needs("fix").build())))
                .extracting(Caution::message)
                .containsExactly(
                        "'after' can never start: 'mend', which comes before it, never does",
                        "'apply' can never start: nobody can ever find 'fix'",
                        "'mend' can never start: 'look' has no 'worked-if' and is taken to work, so it never fails");
    }

    @Test
    void stepsThatFindOutForEachOtherWaitForever() {
        assertThat(Odd.kinds(staffed()
                        .step("a", step().needs("x").gives("y").build())
                        .step("b", step().needs("y").gives("x").build())))
                .containsExactly("STEP_CANNOT_START runbook.a.needs", "STEP_CANNOT_START runbook.b.needs");
    }

    @Test
    void aStepCannotBothWorkAndFail() {
        assertThat(Odd.kinds(staffed()
                        .step(
                                "mend",
                                step().after(StepRef.failed("restart"), new StepRef("restart", Ending.WORKED))
                                        .build())))
                .containsExactly("STEP_CANNOT_START runbook.mend.after");
    }

    @Test
    void aStepThatIsSkippedOnceItCouldStartNeverStarts() {
        assertThat(Odd.kinds(staffed()
                        .step("mend", step().needs("cause").skipIf("cause").build())))
                .containsExactly("STEP_CANNOT_START runbook.mend.skip-if");
    }

    @Test
    void aStepAfterASkippedOneCanStart() {
        assertThat(Odd.kinds(staffed()
                        .step("mend", step().needs("cause").skipIf("cause").build())
                        .step("next", step().after(StepRef.done("mend")).build())))
                .containsExactly("STEP_CANNOT_START runbook.mend.skip-if");
    }

    @Test
    void aMonitorThatIsOffMayBeSwitchedOn() {
        assertThat(Odd.in(staffed()
                        .monitor("off", ALERT.telling("promo").switchedOff())
                        .step("redirect", step().needs("promo").build())))
                .isEmpty();
    }
}
