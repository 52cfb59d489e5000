package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.CANCELLED;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallPlanTest {
    private static ServerSpec.Builder web() {
        return ServerSpec.of(1000, millis(0));
    }

    @Test
    void callsWithoutAPredecessorStartTogetherAndTheLastAnswerCounts() {
        Lab lab = Lab.of(
                "web",
                        web().call("a", CallSpec.plain())
                                .call("b", CallSpec.plain())
                                .build(),
                "a", Stub.after(30, OK),
                "b", Stub.after(50, OK));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 50);
    }

    @Test
    void aCallStartsWhenAllItsPredecessorsHaveSucceeded() {
        Stub last = Stub.after(5, OK);
        ServerSpec web = web().call("a", CallSpec.plain())
                .call("b", CallSpec.plain())
                .call("c", CallSpec.plain().after("a", "b"))
                .build();
        Lab lab = Lab.of(Map.of("web", web, "a", Stub.after(30, OK), "b", Stub.after(50, OK), "c", last));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 55);
        assertThat(last.log().arrivals).containsExactly(50.0);
    }

    @Test
    void aChainIsSequentialWhateverItsNames() {
        ServerSpec web = web().call("c", CallSpec.plain())
                .call("a", CallSpec.plain().after("c"))
                .call("b", CallSpec.plain().after("a"))
                .build();
        Stub b = Stub.after(5, OK);
        Lab lab = Lab.of(Map.of("web", web, "a", Stub.after(10, OK), "b", b, "c", Stub.after(20, OK)));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 35);
        assertThat(b.log().arrivals).containsExactly(30.0);
    }

    @Test
    void repetitionsFollowEachOtherOrGoTogether() {
        Stub one = Stub.after(10, OK);
        Stub all = Stub.after(10, OK);
        Lab inTurn = Lab.of("web", web().call("db", CallSpec.plain().times(5)).build(), "db", one);
        Lab together = Lab.of(
                "web", web().call("db", CallSpec.plain().timesTogether(5)).build(), "db", all);
        Answer late = inTurn.call(0, "web");
        Answer early = together.call(0, "web");
        inTurn.run();
        together.run();
        late.is(OK, 50);
        early.is(OK, 10);
        assertThat(one.log().arrivals).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
        assertThat(all.log().keys).hasSize(5).doesNotHaveDuplicates();
        assertThat(all.log().keys)
                .as("the draws of repetitions hang on nothing else")
                .isEqualTo(one.log().keys);
    }

    @Test
    void theFirstFailureEndsThePlanAndItsSiblingsAreForgotten() {
        Stub slow = Stub.after(500, OK);
        ServerSpec web = web().call("fails", CallSpec.plain())
                .call("slow", CallSpec.plain().cancelling())
                .build();
        Lab lab = Lab.of("web", web, "fails", Stub.after(30, ERROR), "slow", slow);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 30);
        assertThat(slow.log().cancels).containsExactly(30.0);
        assertThat(lab.tally("slow").ended(CANCELLED)).isEqualTo(1);
        assertThat(lab.tally("slow").good()).isZero();
    }

    @Test
    void aFailedRepetitionForgetsAllTheOthers() {
        Stub db = Stub.after(20, OK);
        ServerSpec web = web().call("db", CallSpec.plain().timesTogether(100))
                .call("fails", CallSpec.plain())
                .build();
        Lab lab = Lab.of("web", web, "db", db, "fails", Stub.after(10, ERROR));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 10);
        assertThat(db.log().answers)
                .as("the work of the others is done for nobody")
                .hasSize(100);
        assertThat(lab.tally("db").good()).isZero();
    }

    @Test
    void anOptionalFailureIsIgnoredAndUnblocksWhatComesAfter() {
        Stub next = Stub.after(5, OK);
        ServerSpec web = web().call("ads", CallSpec.plain().dispensable())
                .call("next", CallSpec.plain().after("ads"))
                .build();
        Lab lab = Lab.of("web", web, "ads", Stub.after(10, ERROR), "next", next);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 15);
    }

    @Test
    void aShareOfTheRequestsMakesTheCall() {
        Stub db = Stub.after(1, OK);
        Lab lab = Lab.of(
                "web", web().call("db", CallSpec.plain().madeBy(Percent.of(30))).build(), "db", db);
        for (int i = 0; i < 10_000; i++) {
            lab.call(i * 10.0, "web");
        }
        lab.run();
        assertThat(db.log().arrivals.size() / 10_000.0).isBetween(0.28, 0.32);
    }

    @Test
    void aCallThatNobodyMakesIsSkippedTogetherWithNothingElse() {
        Stub next = Stub.after(5, OK);
        ServerSpec web = web().call("never", CallSpec.plain().madeBy(Percent.ZERO))
                .call("next", CallSpec.plain().after("never"))
                .build();
        Lab lab = Lab.of("web", web, "never", Stub.after(10, ERROR), "next", next);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 5);
    }

    @Test
    void aPlanWhoseCallsAreAllSkippedEndsAtOnce() {
        ServerSpec web = ServerSpec.of(1, millis(7))
                .call("db", CallSpec.plain().madeBy(Percent.ZERO))
                .build();
        Lab lab = Lab.of("web", web, "db", Stub.atOnce(ERROR));
        Answer first = lab.call(0, "web");
        Answer second = lab.call(1, "web");
        lab.run();
        first.is(OK, 7);
        second.is(OK, 14);
    }

    @Test
    void twoCallsMayGoToOneComponent() {
        Stub db = Stub.after(10, OK);
        ServerSpec web = web().call("read", CallSpec.plain().to("db"))
                .call("write", CallSpec.plain().to("db").after("read"))
                .build();
        Lab lab = Lab.of("web", web, "db", db);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 20);
        assertThat(db.log().keys).doesNotHaveDuplicates();
    }

    @Test
    void aCrashInTheMiddleTierResetsItsCallersAndItsOwnCallsGoOn() {
        ServerSpec edge = web().call("web", CallSpec.plain()).build();
        ServerSpec web = web().call("db", CallSpec.plain())
                .restart(RestartSpec.byHand(Duration.ofMillis(100), Percent.HUNDRED, Duration.ZERO))
                .build();
        Stub db = Stub.after(50, OK);
        Lab lab = Lab.of("edge", edge, "web", web, "db", db);
        Answer inFlight = lab.call(0, "edge");
        Answer whileDown = lab.call(60, "edge");
        Answer after = lab.call(130, "edge");
        lab.act(20, new Action.Restart("web")).run();
        inFlight.is(ERROR, 20);
        whileDown.is(ERROR, 60);
        after.is(OK, 180);
        assertThat(lab.tally("web").ended(REFUSED)).isEqualTo(1);
        assertThat(db.log().answers).as("the database is not told").containsExactly(50.0, 180.0);
        assertThat(lab.tally("db").good()).isEqualTo(1);
    }

    @Test
    void tenThousandOptionalCallsInTurnThatAreRefusedAtOnceDoNotExhaustTheStack() {
        Lab lab = Lab.of(
                "web",
                web().call("db", CallSpec.plain().times(10_000).dispensable()).build(),
                "db",
                Stub.atOnce(ERROR));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(OK, 0);
        assertThat(lab.tally("db").arrivals()).isEqualTo(10_000);
    }

    @Test
    void manyCallsOfAllKindsLeaveNothingBehind() {
        ServerSpec web = ServerSpec.of(3, millis(1))
                .queue(5)
                .call("db", CallSpec.plain().timesTogether(3).within(Duration.ofMillis(20)))
                .call(
                        "more",
                        CallSpec.plain()
                                .to("db")
                                .times(2)
                                .after("db")
                                .cancelling()
                                .within(Duration.ofMillis(15)))
                .build();
        for (long seed = 0; seed < 20; seed++) {
            java.util.Random random = new java.util.Random(seed);
            Stub db = new Stub(Duration.ofMillis(9), Collections.nCopies(1, OK), new Stub.Log());
            Lab lab = Lab.of("web", web, "db", db);
            for (int i = 0; i < 200; i++) {
                CallSpec call = CallSpec.plain().within(Duration.ofMillis(1 + random.nextInt(80)));
                lab.call(random.nextInt(2000), "web", 0, random.nextBoolean() ? call.cancelling() : call);
            }
            for (int i = 0; i < 10; i++) {
                lab.act(random.nextInt(2000), new Action.Restart("web"));
            }
            lab.run();
        }
    }
}
