package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final Map<String, Percent> ALL_A = Map.of("a", Percent.HUNDRED, "b", Percent.ZERO);
    private static final Map<String, Percent> ALL_B = Map.of("a", Percent.ZERO, "b", Percent.HUNDRED);
    private static final Action TO_B = new Action.Weights("front", ALL_B);

    private final Stub a = Stub.atOnce(OK);
    private final Stub b = Stub.atOnce(OK);

    private Lab lab(BalancerSpec spec) {
        return Lab.of("front", spec, "a", a, "b", b);
    }

    private static Map<String, Percent> split(double percent) {
        return Map.of("a", Percent.of(percent), "b", Percent.of(100 - percent));
    }

    @Test
    void usersAreSplitByWeightAndStick() {
        Lab lab = lab(BalancerSpec.atOnce(split(30)));
        for (int user = 0; user < 10_000; user++) {
            lab.call(user, "front", user);
        }
        lab.runUntil(15_000);
        int first = a.log().arrivals.size();
        assertThat(first / 10_000.0).isCloseTo(0.3, within(0.015));
        for (int user = 0; user < 10_000; user++) {
            lab.call(20_000 + user, "front", user);
        }
        lab.run();
        for (int i = 0; i < first; i++) {
            assertThat(a.log().arrivals.get(first + i) - a.log().arrivals.get(i))
                    .as("ms between a user's calls")
                    .isEqualTo(20_000);
        }
    }

    @Test
    void aChangeAtOnceMovesOnlyThoseItMust() {
        Lab lab = lab(BalancerSpec.atOnce(split(30)));
        for (int user = 0; user < 3000; user++) {
            lab.call(user, "front", user);
            lab.call(10_000 + user, "front", user);
        }
        lab.act(5000, new Action.Weights("front", split(50)));
        lab.runUntil(5001);
        List<Double> before = List.copyOf(a.log().arrivals);
        lab.run();
        List<Double> after =
                a.log().arrivals.subList(before.size(), a.log().arrivals.size());
        assertThat(before.size() / 3000.0).isCloseTo(0.3, within(0.03));
        assertThat(after.size() / 3000.0).isCloseTo(0.5, within(0.03));
        assertThat(after).containsAll(before.stream().map(at -> at + 10_000).toList());
    }

    @Test
    void noUserGoesWhereNoWeightIs() {
        Lab lab = lab(BalancerSpec.atOnce(ALL_A));
        for (int user = 0; user < 5000; user++) {
            lab.call(user, "front", user);
        }
        lab.run();
        assertThat(b.log().arrivals).isEmpty();
    }

    @Test
    void withDnsTheShareThatFollowsGrowsInAStraightLineOverOneTtl() {
        Lab lab = lab(BalancerSpec.dns(ALL_A, Duration.ofSeconds(60), Percent.ZERO, Duration.ofMinutes(30)));
        lab.act(100_000, TO_B);
        for (int tenth = 0; tenth <= 10; tenth++) {
            for (int user = 0; user < 2000; user++) {
                lab.call(100_000 + tenth * 6000 + 0.001, "front", user);
            }
            int part = tenth;
            int[] before = new int[1];
            lab.at(
                    100_000 + tenth * 6000 + 0.0005,
                    () -> before[0] = b.log().arrivals.size());
            lab.at(
                    100_000 + tenth * 6000 + 1,
                    () -> assertThat((b.log().arrivals.size() - before[0]) / 2000.0)
                            .as("share that follows after %s0 %% of the ttl", part)
                            .isCloseTo(part / 10.0, within(0.04)));
        }
        lab.run();
    }

    @Test
    void usersWhoseResolverIgnoresTheTtlFollowLater() {
        Lab lab = lab(BalancerSpec.dns(ALL_A, Duration.ofSeconds(60), Percent.of(20), Duration.ofMinutes(30)));
        lab.act(0, TO_B);
        for (int user = 0; user < 4000; user++) {
            lab.call(60_001, "front", user);
            lab.call(900_000, "front", user);
            lab.call(1_800_001, "front", user);
        }
        double[] share = new double[3];
        lab.at(60_500, () -> share[0] = b.log().arrivals.size() / 4000.0);
        lab.at(900_500, () -> share[1] = b.log().arrivals.size() / 4000.0 - share[0]);
        lab.at(1_800_500, () -> share[2] = b.log().arrivals.size() / 4000.0 - share[0] - share[1]);
        lab.run();
        assertThat(share[0]).isCloseTo(0.8 + 0.2 / 30, within(0.02));
        assertThat(share[1]).isCloseTo(0.9, within(0.02));
        assertThat(share[2]).isCloseTo(1, within(1e-9));
    }

    @Test
    void callsGoWhereTheFewestAreInFlight() {
        Stub slow = Stub.after(1000, OK);
        Stub fast = Stub.after(1, OK);
        BalancerSpec front = BalancerSpec.atOnce(split(50)).choosing(ChoiceSpec.of(By.LEAST_IN_FLIGHT));
        Lab lab = Lab.of("front", front, "a", slow, "b", fast);
        for (int i = 0; i < 90; i++) {
            lab.call(i * 10, "front", i);
        }
        lab.run();
        assertThat(slow.log().arrivals).hasSize(1);
        assertThat(fast.log().arrivals).hasSize(89);
    }

    @Test
    void anyChoiceLeavesOutThoseWithoutWeight() {
        for (By by : List.of(By.RANDOM, By.ROUND_ROBIN, By.LEAST_IN_FLIGHT, By.BEST_OF)) {
            Stub first = Stub.after(5, OK);
            Stub second = Stub.after(5, OK);
            BalancerSpec front = BalancerSpec.atOnce(ALL_A).choosing(ChoiceSpec.of(by));
            Lab lab = Lab.of("front", front, "a", first, "b", second);
            for (int i = 0; i < 100; i++) {
                lab.call(i, "front", i);
                lab.call(1000 + i, "front", i);
            }
            lab.act(500, TO_B).run();
            assertThat(first.log().arrivals).as("%s", by).hasSize(100).allMatch(at -> at < 500);
            assertThat(second.log().arrivals).as("%s", by).hasSize(100).allMatch(at -> at > 500);
        }
    }

    @Test
    void trafficIsAtHomeAgainWithTheFirstWeights() {
        Lab lab = lab(BalancerSpec.atOnce(ALL_A));
        lab.act(10, TO_B).act(20, new Action.Weights("front", Map.of("a", Percent.HUNDRED)));
        lab.at(5, () -> assertThat(lab.component("front").trafficAtHome()).isTrue());
        lab.at(15, () -> assertThat(lab.component("front").trafficAtHome()).isFalse());
        lab.at(25, () -> assertThat(lab.component("front").trafficAtHome()).isTrue());
        lab.run();
    }

    @Test
    void deadlinesAndCancellationsPassThrough() {
        BalancerSpec front = BalancerSpec.atOnce(Map.of("web", Percent.HUNDRED));
        CallSpec call = CallSpec.plain().within(Duration.ofMillis(150)).passingDeadline();
        Lab lab = Lab.of("front", front, "web", ServerSpec.of(1, millis(100)).build());
        lab.call(0, "front");
        lab.call(0, "front");
        Answer late = lab.call(1, "front", 0, call);
        Answer next = lab.call(2, "front");
        Answer stops = lab.call(
                300, "front", 0, CallSpec.plain().within(Duration.ofMillis(30)).cancelling());
        Answer last = lab.call(301, "front");
        lab.run();
        late.is(TIMED_OUT, 151);
        next.is(OK, 300);
        stops.is(TIMED_OUT, 330);
        last.is(OK, 430);
    }
}
