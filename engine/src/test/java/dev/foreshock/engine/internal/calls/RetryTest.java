package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.policy.RetryBudget;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static RetrySpec exactly(int attempts, long base, double growth, long cap) {
        return new RetrySpec(attempts, Duration.ofMillis(base), growth, Duration.ofMillis(cap), Jitter.NONE, null);
    }

    private static ServerSpec calling(CallSpec call) {
        return ServerSpec.of(100, millis(0)).call("db", call).build();
    }

    @Test
    void waitsGrowUpToTheCap() {
        Stub db = Stub.after(1, ERROR);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(exactly(4, 100, 2, 300))), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        assertThat(db.log().arrivals).containsExactly(0.0, 101.0, 302.0, 603.0, 904.0);
        answer.is(ERROR, 905);
    }

    @Test
    void aRetryThatSucceedsEndsTheRetrying() {
        Stub db = Stub.after(1, ERROR, ERROR, OK);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(exactly(9, 10, 1, 10))), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 23);
        assertThat(db.log().arrivals).hasSize(3);
    }

    @Test
    void fullJitterIsUniformBetweenNothingAndTheWait() {
        Stub db = Stub.after(1, ERROR);
        RetrySpec retries = new RetrySpec(2, Duration.ofMillis(100), 2, Duration.ofSeconds(20), Jitter.FULL, null);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(retries)), "db", db);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double start = i * 1000.0;
            lab.call(start, "web");
        }
        lab.run();
        for (int i = 0; i < 2000; i++) {
            first.add(db.log().arrivals.get(3 * i + 1) - db.log().arrivals.get(3 * i) - 1);
            second.add(db.log().arrivals.get(3 * i + 2) - db.log().arrivals.get(3 * i + 1) - 1);
        }
        assertThat(first).allMatch(wait -> wait > -1e-6 && wait < 100);
        assertThat(second).allMatch(wait -> wait > -1e-6 && wait < 200).anyMatch(wait -> wait > 190);
        assertThat(mean(first)).isBetween(47.0, 53.0);
        assertThat(mean(second)).isBetween(94.0, 106.0);
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void everyAttemptHasItsOwnTimeoutAndAKeyOfItsOwn() {
        Stub db = Stub.after(1000, OK);
        Lab lab = Lab.of(
                "web",
                calling(CallSpec.plain().within(Duration.ofMillis(50)).retrying(exactly(2, 10, 1, 10))),
                "db",
                db);
        Answer answer = lab.call(0, "web");
        lab.run();
        assertThat(db.log().arrivals).containsExactly(0.0, 60.0, 120.0);
        assertThat(db.log().keys).doesNotHaveDuplicates();
        answer.is(ERROR, 170);
        assertThat(lab.tally("db").ended(TIMED_OUT)).isEqualTo(3);
    }

    @Test
    void aCallerThatTimesOutDuringABackoffSendsNothingMore() {
        Stub db = Stub.after(1, ERROR);
        ServerSpec web = calling(CallSpec.plain().retrying(exactly(5, 100, 1, 100)));
        ServerSpec edge = ServerSpec.of(1, millis(0))
                .call("web", CallSpec.plain().within(Duration.ofMillis(150)).cancelling())
                .build();
        Lab lab = Lab.of("edge", edge, "web", web, "db", db);
        Answer answer = lab.call(0, "edge");
        lab.run();
        answer.is(ERROR, 150);
        assertThat(db.log().arrivals).containsExactly(0.0, 101.0);
    }

    @Test
    void anAbandonedCallerGoesOnRetrying() {
        Stub db = Stub.after(1, ERROR);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(exactly(3, 100, 1, 100))), "db", db);
        Answer answer = lab.call(0, "web", 0, CallSpec.plain().within(Duration.ofMillis(150)));
        lab.run();
        answer.is(TIMED_OUT, 150);
        assertThat(db.log().arrivals).hasSize(4);
    }

    @Test
    void retriesMultiplyThroughTheTiers() {
        Stub db = Stub.after(1, ERROR);
        CallSpec thrice = CallSpec.plain().retrying(exactly(3, 0, 1, 0));
        ServerSpec edge = ServerSpec.of(9, millis(0)).call("web", thrice).build();
        Lab lab = Lab.of("edge", edge, "web", calling(thrice), "db", db);
        lab.call(0, "edge");
        lab.run();
        assertThat(db.log().arrivals)
                .as("O089: amplification, 4 attempts on each of two layers")
                .hasSize(16);
    }

    @Test
    void inATotalOutageABudgetKeepsTheAmplification() {
        Stub db = Stub.after(1, ERROR);
        Lab lab = Lab.of(
                "web", calling(CallSpec.plain().retrying(exactly(3, 10, 1, 10).budgeted(Percent.of(20)))), "db", db);
        int requests = 20_000;
        for (int i = 0; i < requests; i++) {
            lab.call(i, "web");
        }
        lab.run();
        int most = requests + requests / 5 + RetryBudget.CAP;
        assertThat(db.log().arrivals.size())
                .as("what is deposited while it is full is lost")
                .isBetween(most - 10, most);
    }

    @Test
    void withoutABudgetAnOutageMultipliesTheCalls() {
        Stub db = Stub.after(1, ERROR);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(exactly(3, 10, 1, 10))), "db", db);
        for (int i = 0; i < 1000; i++) {
            lab.call(i, "web");
        }
        lab.run();
        assertThat(db.log().arrivals).hasSize(4000);
    }

    @Test
    void aBudgetThatIsNotExhaustedChangesNoDraw() {
        assertThat(keysOfHundred(RetrySpec.of(2).budgeted(Percent.of(50)))).isEqualTo(keysOfHundred(RetrySpec.of(2)));
    }

    private static List<Long> keysOfHundred(RetrySpec retries) {
        Stub db = Stub.after(1, ERROR, OK, ERROR, ERROR, OK, OK);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(retries)), "db", db);
        for (int i = 0; i < 100; i++) {
            lab.call(i * 7, "web");
        }
        lab.run();
        assertThat(db.log().keys).hasSizeGreaterThan(102);
        return db.log().keys;
    }

    @Test
    void everyCallHasABudgetOfItsOwn() {
        Stub db = Stub.after(1, ERROR);
        RetrySpec none = exactly(1, 0, 1, 0).budgeted(Percent.ZERO);
        CallSpec call = CallSpec.plain().to("db").retrying(none).dispensable();
        ServerSpec web = ServerSpec.of(1000, millis(0))
                .call("read", call)
                .call("write", call)
                .build();
        Lab lab = Lab.of("web", web, "db", db);
        for (int i = 0; i < 500; i++) {
            lab.call(i, "web");
        }
        lab.run();
        assertThat(db.log().arrivals).hasSize(1000 + 2 * RetryBudget.CAP);
    }

    @Test
    void aThousandRetriesWithoutAnyWaitEndInTime() {
        Stub db = Stub.atOnce(ERROR);
        Lab lab = Lab.of("web", calling(CallSpec.plain().retrying(exactly(1000, 0, 2, 0))), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 0);
        assertThat(db.log().arrivals).hasSize(1001);
    }
}
