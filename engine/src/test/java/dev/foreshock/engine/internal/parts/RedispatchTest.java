package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.RESET;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.call.RedispatchSpec.On;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedispatchTest {
    private static final BalancerSpec BOTH = BalancerSpec.atOnce(Map.of("a", Percent.of(50), "b", Percent.of(50)));

    private static List<Answer> calls(Lab lab, int count) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(lab.call(100 * i, "front", i));
        }
        return answers;
    }

    @ParameterizedTest
    @EnumSource(
            value = By.class,
            names = {"WEIGHTED", "ROUND_ROBIN", "RANDOM", "LEAST_IN_FLIGHT", "BEST_OF"})
    void whatFailedAtOneGoesToTheOther(By by) {
        BalancerSpec front = BOTH.choosing(ChoiceSpec.of(by))
                .redispatching(RedispatchSpec.onAny(1))
                .within(Duration.ofSeconds(1));
        Stub good = Stub.after(5, OK);
        Lab lab = Lab.of("front", front, "a", Stub.after(3, RESET), "b", good);
        List<Answer> answers = calls(lab, 200);
        lab.run();
        assertThat(answers).allMatch(answer -> answer.outcome() == OK);
        assertThat(good.log().arrivals).hasSize(200);
    }

    @Test
    void aTimeoutIsOfEachSendingAlone() {
        BalancerSpec front = BalancerSpec.atOnce(Map.of("a", Percent.HUNDRED))
                .within(Duration.ofMillis(50))
                .redispatching(RedispatchSpec.onAny(2));
        Lab lab = Lab.of("front", front, "a", new Stub(Duration.ofMillis(500), List.of(OK), new Stub.Log()));
        Answer answer = lab.call(0, "front");
        lab.runUntil(1000);
        answer.is(TIMED_OUT, 150);
    }

    @Test
    void onlyWhatIsRefusedGoesElsewhereByDefault() {
        for (Outcome outcome : List.of(ERROR, RESET, OK)) {
            Stub only = Stub.atOnce(outcome);
            Lab lab = Lab.of(
                    "front", BOTH.redispatching(new RedispatchSpec(3, Set.of(On.REFUSED))), "a", only, "b", only);
            Answer answer = lab.call(0, "front");
            lab.run();
            assertThat(answer.outcome()).isEqualTo(outcome);
            assertThat(only.log().arrivals).hasSize(1);
        }
        Stub refuses = Stub.atOnce(REFUSED);
        Lab lab = Lab.of(
                "front", BOTH.redispatching(new RedispatchSpec(3, Set.of(On.REFUSED))), "a", refuses, "b", refuses);
        Answer answer = lab.call(0, "front");
        lab.run();
        assertThat(answer.outcome()).isEqualTo(REFUSED);
        assertThat(refuses.log().arrivals).as("once, and three times more").hasSize(4);
        assertThat(refuses.log().keys).as("each has a key of its own").doesNotHaveDuplicates();
    }

    @Test
    void itIsSentAgainForWhoeverDidNotSayThatHeLeft() {
        BalancerSpec front = BOTH.redispatching(RedispatchSpec.onAny(5)).within(Duration.ofSeconds(1));
        CallSpec patient = CallSpec.plain().within(Duration.ofMillis(50));
        for (CallSpec call : List.of(patient, patient.cancelling(), patient.passingDeadline())) {
            Stub stub = Stub.after(100, ERROR);
            Lab lab = Lab.of("front", front, "a", stub, "b", stub);
            lab.call(0, "front", 1, call).isMissing();
            lab.run();
            assertThat(stub.log().arrivals).hasSize(call.equals(patient) ? 6 : 1);
        }
    }

    @Test
    void whoFailsInARowIsEjectedAndTakenBack() {
        BalancerSpec front =
                BOTH.choosing(ChoiceSpec.ROUND_ROBIN).ejecting(EjectionSpec.after(3, Duration.ofSeconds(2)));
        Stub bad = Stub.atOnce(ERROR);
        Stub good = Stub.atOnce(OK);
        Lab lab = Lab.of("front", front, "a", bad, "b", good);
        calls(lab, 100);
        lab.run();
        List<Double> arrivals = bad.log().arrivals;
        assertThat(arrivals.subList(0, 3)).containsExactly(0.0, 200.0, 400.0);
        assertThat(arrivals.get(3)).as("out for 2 s from 400").isBetween(2400.0, 2600.0);
        double again = arrivals.get(5);
        assertThat(arrivals.get(6) - again).as("then for 4 s").isBetween(4000.0, 4200.0);
        assertThat(lab.journal().entries().stream()
                        .filter(entry -> entry.event() == Event.TARGET_OUT)
                        .findFirst()
                        .orElseThrow()
                        .text())
                .isEqualTo("front ejects a for 2s: 3 calls in a row failed, the last with an error");
    }

    @Test
    void whatItsCallerCancelsSpeaksAgainstNobody() {
        BalancerSpec front =
                BOTH.choosing(ChoiceSpec.ROUND_ROBIN).ejecting(EjectionSpec.after(1, Duration.ofSeconds(2)));
        Lab lab = Lab.of("front", front, "a", Stub.after(100, OK), "b", Stub.after(100, OK));
        for (int i = 0; i < 10; i++) {
            lab.call(
                    200 * i,
                    "front",
                    1,
                    CallSpec.plain().within(Duration.ofMillis(50)).cancelling());
        }
        lab.run();
        assertThat(lab.journal().entries()).isEmpty();
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> Lab.of(
                        "front",
                        BOTH.redispatching(RedispatchSpec.onAny(1)),
                        "a",
                        Stub.atOnce(OK),
                        "b",
                        Stub.atOnce(OK)))
                .hasMessageContaining("a call must have a timeout to be sent again after it");
    }
}
