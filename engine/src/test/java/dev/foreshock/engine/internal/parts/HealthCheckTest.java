package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks every second, 300 ms for each, down after 3 that fail, up after 2 that go well. */
class HealthCheckTest {
    private static final HealthCheckSpec CHECK = HealthCheckSpec.every(Duration.ofSeconds(1), Duration.ofMillis(300));
    private static final ServerSpec WEB = ServerSpec.of(1, new Fixed(Duration.ofMillis(10)))
            .restart(RestartSpec.byHand(Duration.ofMillis(1), Percent.HUNDRED, Duration.ZERO))
            .build();
    private static final ServerSpec RANDOM =
            ServerSpec.of(1, new Exponential(Duration.ofMillis(50))).build();
    private static final BalancerSpec PLAIN = BalancerSpec.atOnce(Map.of("a", Percent.of(50), "b", Percent.of(50)))
            .choosing(ChoiceSpec.ROUND_ROBIN);
    private static final BalancerSpec BOTH = PLAIN.checking(CHECK);

    private static FaultSpec fault(double at, double lasts, String on, Effect does) {
        return FaultSpec.of(
                Moment.after(Duration.ofNanos(Math.round(at * 1e6))),
                Duration.ofNanos(Math.round(lasts * 1e6)),
                on,
                does);
    }

    private static Lab lab(BalancerSpec front, FaultSpec... faults) {
        return Lab.struck(Map.of("front", front, "a", WEB, "b", WEB), faults);
    }

    private static List<Double> times(Lab lab, Event event) {
        return lab.journal().entries().stream()
                .filter(entry -> entry.event() == event)
                .map(entry -> entry.atNanos() / 1e6)
                .toList();
    }

    /** Returns for faults that begin at all phases of a check's period how long it took until their target was out. */
    private static List<Double> untilOut(BalancerSpec front, String on, Effect does) {
        List<Double> all = new ArrayList<>();
        for (int phase = 0; phase < 100; phase++) {
            double at = 5000.001 + 10 * phase;
            Lab lab = lab(front, fault(at, 20_000, on, does)).runUntil(15_000);
            all.add(times(lab, Event.TARGET_OUT).get(0) - at);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBlackHoleIsFoundBetweenTwoPeriodsAndThreeAndThreeLimits(boolean onCalls) {
        List<Double> times = onCalls ? untilOut(BOTH, "front.a", Lost.ALL) : untilOut(BOTH, "a", Pause.ALL);
        assertThat(Collections.min(times)).isBetween(2900.0, 2910.0);
        assertThat(Collections.max(times)).isBetween(3890.0, 3900.0);
        assertThat(times.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .as("uniform: the middle")
                .isCloseTo(3400, within(10.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countedFromTheBeginItIsFoundTwoLimitsSooner(boolean onCalls) {
        BalancerSpec front = PLAIN.checking(CHECK.fromBeginToBegin());
        List<Double> times = onCalls ? untilOut(front, "front.a", Lost.ALL) : untilOut(front, "a", Pause.ALL);
        assertThat(Collections.min(times)).isBetween(2300.0, 2310.0);
        assertThat(Collections.max(times)).isBetween(3290.0, 3300.0);
        assertThat(times.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .as("uniform: the middle")
                .isCloseTo(2800, within(10.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatRefusesIsFoundWithoutALimit(boolean onCalls) {
        List<Double> times = onCalls ? untilOut(BOTH, "front.a", Refused.ALL) : untilOut(BOTH, "a", Crash.ALL);
        assertThat(Collections.min(times)).isBetween(2000.0, 2010.0);
        assertThat(Collections.max(times)).isBetween(2990.0, 3000.0);
    }

    @Test
    void callsGoElsewhereWhileATargetIsDownAndComeBack() {
        Lab lab = lab(BOTH, fault(5000, 10_000, "front.a", Refused.ALL));
        List<Answer> outside = new ArrayList<>();
        List<Answer> inside = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            outside.add(lab.call(100 + 20 * i, "front"));
            inside.add(lab.call(8001 + 20 * i, "front"));
            outside.add(lab.call(17_001 + 20 * i, "front"));
        }
        lab.runUntil(25_000);
        assertThat(inside).allMatch(answer -> answer.outcome() == OK);
        assertThat(outside).allMatch(answer -> answer.outcome() == OK);
        assertThat(lab.tally("a").arrivals()).as("half of those outside").isEqualTo(200);
        assertThat(times(lab, Event.TARGET_OUT)).hasSize(1);
        double back = times(lab, Event.TARGET_BACK).get(0);
        assertThat(back).as("two checks after the end").isBetween(16_000.0, 17_000.0);
    }

    @Test
    void theJournalSaysWhatHappenedAndWhy() {
        Lab lab = lab(BOTH, fault(5000, 10_000, "a", Crash.ALL)).runUntil(25_000);
        List<JournalEntry> entries = lab.journal().entries();
        JournalEntry out = entries.stream()
                .filter(entry -> entry.event() == Event.TARGET_OUT)
                .findFirst()
                .orElseThrow();
        JournalEntry back = entries.stream()
                .filter(entry -> entry.event() == Event.TARGET_BACK)
                .findFirst()
                .orElseThrow();
        assertThat(out.text()).isEqualTo("front takes a out: 3 checks in a row failed, the last refused");
        assertThat(entries.get(out.cause()).event()).isEqualTo(Event.FAULT_BEGAN);
        assertThat(back.text()).isEqualTo("front takes a back: 2 checks in a row went well");
        assertThat(back.cause()).isEqualTo(out.id());
    }

    @Test
    void aPauseShorterThanALimitIsNotNoticed() {
        for (int phase = 0; phase < 1000; phase += 50) {
            Lab lab = lab(BOTH, fault(5000 + phase, 290, "a", Pause.ALL)).runUntil(10_000);
            assertThat(times(lab, Event.TARGET_OUT)).isEmpty();
        }
    }

    @Test
    void aShallowCheckSeesNeitherWorkNorErrors() {
        Lab lab = lab(BOTH, fault(5000, 10_000, "a", new Errors(Percent.HUNDRED)));
        for (int i = 0; i < 2000; i++) {
            lab.call(5 * i, "a");
        }
        lab.runUntil(15_000);
        assertThat(times(lab, Event.TARGET_OUT)).isEmpty();
        assertThat(lab.tally("a").arrivals()).as("checks are not counted").isEqualTo(2000);
    }

    @Test
    void aDeepCheckWaitsInLineLikeARequest() {
        Lab lab = lab(BOTH.checking(CHECK.deep()));
        for (int i = 0; i < 1000; i++) {
            lab.call(2000 + 5 * i, "a");
        }
        lab.runUntil(30_000);
        assertThat(times(lab, Event.TARGET_OUT).get(0)).as("the queue grows").isBetween(4000.0, 6000.0);
        assertThat(times(lab, Event.TARGET_BACK)).as("the queue is worked off").hasSize(1);
        assertThat(lab.tally("a").arrivals()).as("checks are requests").isGreaterThan(1020);
    }

    @Test
    void whereNobodyIsWellAllAreTriedOrNone() {
        FaultSpec[] faults = {fault(5000, 10_000, "front.a", Lost.ALL), fault(5000, 10_000, "front.b", Refused.ALL)};
        Lab tries = lab(BOTH, faults);
        Answer tried = tries.call(12_000, "front");
        Answer lost = tries.call(12_001, "front");
        tries.runUntil(14_000);
        assertThat(List.of(tried, lost)).anySatisfy(Answer::isMissing).anySatisfy(answer -> answer.is(REFUSED, 12_001));
        assertThat(tries.journal().entries())
                .anyMatch(
                        entry -> entry.text().equals("front sends calls to all its targets: too few of them are well"));
        Lab refuses = lab(BOTH.refusingWhenNoneIsLeft(), faults);
        Answer refused = refuses.call(12_000, "front");
        Answer refusedAgain = refuses.call(12_001, "front");
        refuses.runUntil(14_000);
        refused.is(REFUSED, 12_000);
        refusedAgain.is(REFUSED, 12_001);
    }

    @Test
    void withDnsUsersFollowAsTheirResolversAsk() {
        BalancerSpec dns = BalancerSpec.dns(
                        Map.of("a", Percent.of(50), "b", Percent.of(50)),
                        Duration.ofSeconds(10),
                        Percent.ZERO,
                        Duration.ofMinutes(30))
                .checking(CHECK);
        Lab lab = lab(dns, fault(5000, 60_000, "front.a", Refused.ALL));
        List<Answer> soon = new ArrayList<>();
        List<Answer> late = new ArrayList<>();
        for (int user = 0; user < 1000; user++) {
            soon.add(lab.call(10_000 + user / 1000.0, "front", user));
            late.add(lab.call(18_001 + 20 * user, "front", user));
        }
        lab.runUntil(50_000);
        assertThat(late).allMatch(answer -> answer.outcome() == OK);
        double out = times(lab, Event.TARGET_OUT).get(0);
        double stillThere = 0.5 * (1 - (10_000 - out) / 10_000);
        assertThat(soon.stream().filter(answer -> answer.outcome() == REFUSED).count() / 1000.0)
                .isCloseTo(stillThere, within(0.05));
    }

    @Test
    void checksChangeNoDrawOfCalls() {
        for (ChoiceSpec choice :
                List.of(ChoiceSpec.ROUND_ROBIN, ChoiceSpec.of(ChoiceSpec.By.RANDOM), ChoiceSpec.WEIGHTED)) {
            assertThat(ends(BOTH.choosing(choice))).isEqualTo(ends(PLAIN.choosing(choice)));
        }
    }

    private static List<Long> ends(BalancerSpec front) {
        Lab lab = Lab.struck(Map.of("front", front, "a", RANDOM, "b", RANDOM));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(lab.call(100 * i, "front", i));
        }
        lab.runUntil(40_000);
        return answers.stream().map(Answer::atNanos).toList();
    }
}
