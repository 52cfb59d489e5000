package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.CANCELLED;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HedgeSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HedgeTest {
    private static final HedgeSpec AFTER_10 = HedgeSpec.after(Duration.ofMillis(10));

    /** Answers its first, second, … call after so many milliseconds, with outcomes. */
    private record Script(List<Long> takes, List<Outcome> outcomes, List<Double> arrivals, List<Double> cancels)
            implements ComponentSpec {
        static Script of(List<Long> takes, Outcome... outcomes) {
            return new Script(takes, List.of(outcomes), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Component build(Workbench bench) {
            return new Component() {
                private int holding;

                @Override
                public void arrive(int call, long now) {
                    int number = Math.min(arrivals.size(), takes.size() - 1);
                    arrivals.add(now / 1e6);
                    holding++;
                    bench.calls().note(call, number);
                    bench.timers().at(now + takes.get(number) * 1_000_000, 0, call);
                }

                @Override
                public void on(int op, int call, long now) {
                    holding--;
                    bench.calls().respond(call, outcomes.get(bench.calls().note(call)));
                }

                @Override
                public void cancelled(int call, long now) {
                    cancels.add(now / 1e6);
                }

                @Override
                public int holding() {
                    return holding;
                }
            };
        }
    }

    private static ServerSpec calling(CallSpec call) {
        return ServerSpec.of(100, millis(0)).call("db", call).build();
    }

    private static CallSpec hedged(HedgeSpec hedge) {
        return CallSpec.plain().hedged(hedge);
    }

    @Test
    void nothingIsSentBesideAnAttemptWhoseTimeIsOver() {
        Script db = Script.of(List.of(100L), Outcome.OK);
        CallSpec call = CallSpec.plain()
                .within(Duration.ofMillis(20))
                .hedged(new HedgeSpec(Duration.ofMillis(10), 3, null))
                .timesTogether(2);
        Lab lab = Lab.of("web", calling(call), "db", db);
        lab.call(0, "web");
        lab.run();
        assertThat(db.arrivals).containsExactly(0.0, 0.0, 10.0, 10.0);
    }

    @Test
    void anAttemptAnsweredInTimeIsNotHedged() {
        Script db = Script.of(List.of(9L), OK);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 9);
        assertThat(db.arrivals).containsExactly(0.0);
        assertThat(lab.tally("db").hedges()).isZero();
    }

    @Test
    void theFirstGoodAnswerWinsAndTheOtherIsAbandoned() {
        Script db = Script.of(List.of(100L, 5L), OK, OK);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 15);
        assertThat(db.arrivals).containsExactly(0.0, 10.0);
        assertThat(db.cancels).isEmpty();
        assertThat(lab.tally("db").hedges()).isEqualTo(1);
        assertThat(lab.tally("db").ended(CANCELLED)).isEqualTo(1);
        assertThat(lab.tally("db").completions()).as("the abandoned one too").isEqualTo(2);
    }

    @Test
    void theOtherIsCancelledWhereTheCallSaysSo() {
        Script db = Script.of(List.of(100L, 5L), OK, OK);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10).cancelling()), "db", db);
        lab.call(0, "web");
        lab.run();
        assertThat(db.cancels).containsExactly(15.0);
    }

    @Test
    void aFailureWaitsForTheOthers() {
        Script db = Script.of(List.of(30L, 5L), OK, ERROR);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 30);
    }

    @Test
    void theNextHedgeIsSentThoughTheOneThatWouldHaveSentItFailed() {
        Script db = Script.of(List.of(100L, 1L, 1L), OK, ERROR, OK);
        Lab lab = Lab.of("web", calling(hedged(new HedgeSpec(Duration.ofMillis(10), 2, null))), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        assertThat(db.arrivals).containsExactly(0.0, 10.0, 20.0);
        answer.is(OK, 21);
    }

    @Test
    void anAttemptThatFailsBeforeItIsHedgedIsRetriedInstead() {
        Script db = Script.of(List.of(5L, 1L), ERROR, OK);
        RetrySpec retry = new RetrySpec(1, Duration.ofMillis(50), 1, Duration.ofMillis(50), Jitter.NONE, null);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10).retrying(retry)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        assertThat(db.arrivals).containsExactly(0.0, 55.0);
        answer.is(OK, 56);
    }

    @Test
    void allFailedIsOneFailedAttempt() {
        Script db = Script.of(List.of(15L, 20L, 1L), ERROR, ERROR, OK);
        RetrySpec retry = new RetrySpec(1, Duration.ofMillis(50), 1, Duration.ofMillis(50), Jitter.NONE, null);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10).retrying(retry)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        assertThat(db.arrivals).containsExactly(0.0, 10.0, 80.0);
        answer.is(OK, 81);
    }

    @Test
    void allShareTheTimeoutOfTheAttempt() {
        Script db = Script.of(List.of(100L), OK);
        Lab lab = Lab.of("web", calling(hedged(AFTER_10).within(Duration.ofMillis(30))), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 30);
        assertThat(lab.tally("db").ended(TIMED_OUT)).isEqualTo(2);
    }

    @Test
    void aHedgeThatWaitsForAConnectionLeavesTheLineWhenTheFirstAnswers() {
        Script db = Script.of(List.of(30L), OK);
        LinkSpec one = new LinkSpec(millis(0), 1, Duration.ZERO, Duration.ofSeconds(60));
        Lab lab = Lab.of("web", calling(hedged(AFTER_10).over(one)), "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 30);
        assertThat(db.arrivals).containsExactly(0.0);
    }

    @Test
    void aBudgetLimitsHedges() {
        Stub db = Stub.after(50, OK);
        HedgeSpec hedge = AFTER_10.budgeted(new RetryBudgetSpec(Percent.of(10), 1, null, Scope.FLEET));
        Lab lab = Lab.of("web", calling(hedged(hedge)), "db", db);
        for (int i = 0; i < 1000; i++) {
            lab.call(i * 100, "web");
        }
        lab.run();
        assertThat(lab.tally("db").hedges()).isBetween(99L, 101L);
    }

    @Test
    void eachUserHasABudgetWhereTheScopeIsTheUser() {
        Stub db = Stub.after(50, OK);
        HedgeSpec hedge = AFTER_10.budgeted(new RetryBudgetSpec(Percent.ZERO, 1, null, Scope.USER));
        Lab lab = Lab.of("web", calling(hedged(hedge)), "db", db);
        for (int i = 0; i < 100; i++) {
            lab.call(i * 100, "web", i % 40);
        }
        lab.run();
        assertThat(lab.tally("db").hedges()).isEqualTo(40);
    }

    @Test
    void eachReplicaOfTheCallerHasABudgetWhereTheScopeIsTheReplica() {
        Stub db = Stub.after(50, OK);
        HedgeSpec hedge = AFTER_10.budgeted(new RetryBudgetSpec(Percent.ZERO, 2, null, Scope.REPLICA));
        ServerSpec web = ServerSpec.of(100, millis(0))
                .replicas(3)
                .call("db", hedged(hedge))
                .build();
        Lab lab = Lab.of("web", web, "db", db);
        for (int i = 0; i < 100; i++) {
            lab.call(i * 100, "web");
        }
        lab.run();
        assertThat(lab.tally("db").hedges()).isEqualTo(6);
    }

    @Test
    void theKeysOfFirstAttemptsAndRetriesAreThoseWithoutHedging() {
        assertThat(keysOfHundred(AFTER_10)).containsAll(keysOfHundred(null)).doesNotHaveDuplicates();
    }

    private static List<Long> keysOfHundred(HedgeSpec hedge) {
        Stub db = Stub.after(20, ERROR);
        CallSpec call = CallSpec.plain().retrying(RetrySpec.of(2));
        Lab lab = Lab.of("web", calling(hedge == null ? call : call.hedged(hedge)), "db", db);
        for (int i = 0; i < 100; i++) {
            lab.call(i * 7, "web");
        }
        lab.run();
        assertThat(db.log().keys).hasSize(hedge == null ? 300 : 600);
        return db.log().keys;
    }
}
