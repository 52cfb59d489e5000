package dev.foreshock.engine.fault;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.RESET;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Fixed TEN = new Fixed(Duration.ofMillis(10));
    private static final RetrySpec AT_ONCE =
            new RetrySpec(2, Duration.ZERO, 2, Duration.ZERO, RetrySpec.Jitter.NONE, null);

    private static FaultSpec at(long at, long lasts, String on, Effect does) {
        return FaultSpec.of(Moment.after(Duration.ofMillis(at)), Duration.ofMillis(lasts), on, does);
    }

    private static Lab web(FaultSpec... faults) {
        return Lab.struck(Map.of("web", restarting(0)), faults);
    }

    private static ServerSpec restarting(long millis) {
        return ServerSpec.of(1, TEN)
                .restart(RestartSpec.byHand(Duration.ofMillis(millis), Percent.HUNDRED, Duration.ZERO))
                .build();
    }

    private static Lab db(FaultSpec... faults) {
        return Lab.struck(Map.of("db", DatabaseSpec.of(1, TEN)), faults);
    }

    private static Lab webOnDb(ComponentSpec web, FaultSpec... faults) {
        return Lab.struck(Map.of("web", web, "db", DatabaseSpec.of(5, TEN)), faults);
    }

    private static ServerSpec calling(CallSpec call) {
        return ServerSpec.of(5, TEN).call("db", call).build();
    }

    @Test
    void aPausedProcessGoesOnWhereItWas() {
        for (Lab lab : new Lab[] {web(at(5, 100, "web", Pause.ALL)), db(at(5, 100, "db", Pause.ALL))}) {
            String name = lab.hasComponent("web") ? "web" : "db";
            Answer during = lab.call(0, name);
            Answer meanwhile = lab.call(50, name);
            lab.run();
            during.is(OK, 110);
            meanwhile.is(OK, 120);
        }
    }

    @Test
    void aPausedProcessDoesNotAnswerWhatIsNoWork() {
        ServerSpec idle = ServerSpec.of(1, new Fixed(Duration.ZERO)).build();
        DatabaseSpec instant = DatabaseSpec.of(1, new Fixed(Duration.ZERO));
        for (Lab lab : new Lab[] {
            Lab.struck(Map.of("it", idle), at(5, 100, "it", Pause.ALL)),
            Lab.struck(Map.of("it", instant), at(5, 100, "it", Pause.ALL))
        }) {
            Answer before = lab.call(0, "it");
            Answer meanwhile = lab.call(50, "it");
            lab.run();
            before.is(OK, 0);
            meanwhile.is(OK, 105);
        }
    }

    @Test
    void whoIsKilledTwiceComesBackWhenTheLastFaultIsOver() {
        for (Lab lab : new Lab[] {
            web(at(5, 100, "web", Crash.ALL), at(50, 200, "web", Crash.ALL)),
            db(at(5, 100, "db", Crash.ALL), at(50, 200, "db", Crash.ALL))
        }) {
            String name = lab.hasComponent("web") ? "web" : "db";
            Answer betweenTheEnds = lab.call(150, name);
            Answer after = lab.call(251, name);
            lab.run();
            betweenTheEnds.is(REFUSED, 150);
            after.is(OK, 261);
        }
    }

    @Test
    void theEndOfAPauseEndsNoOtherThatBeganAfterARestart() {
        Lab lab = web(at(5, 100, "web", Pause.ALL), at(50, 200, "web", Pause.ALL));
        lab.act(20, new Action.Restart("web"));
        Answer during = lab.call(60, "web");
        lab.run();
        during.is(OK, 260);
    }

    @Test
    void aSlowProcessTakesSoManyTimesAsLongAlsoForWorkInService() {
        for (Lab lab : new Lab[] {web(at(5, 15, "web", Slow.by(3))), db(at(5, 15, "db", Slow.by(3)))}) {
            String name = lab.hasComponent("web") ? "web" : "db";
            Answer during = lab.call(0, name);
            Answer after = lab.call(100, name);
            lab.run();
            // 5 ms are left at 5 ms and take 15 ms.
            during.is(OK, 20);
            after.is(OK, 110);
        }
    }

    @Test
    void slownessMultipliesAndEndsInAnyOrder() {
        Lab lab = web(at(0, 40, "web", Slow.by(2)), at(20, 40, "web", Slow.by(5)));
        Answer a = lab.call(0, "web");
        Answer b = lab.call(20, "web");
        lab.run();
        a.is(OK, 20);
        // A tenth of the speed for 20 ms, a fifth for 20 ms, then 4 ms at full speed.
        b.is(OK, 64);
    }

    @Test
    void whoIsKilledLosesItsRequestsRefusesMeanwhileAndComesBack() {
        Lab lab = Lab.struck(Map.of("web", restarting(7)), at(5, 100, "web", Crash.ALL));
        Answer during = lab.call(0, "web");
        Answer meanwhile = lab.call(50, "web");
        Answer boots = lab.call(111, "web");
        Answer after = lab.call(113, "web");
        lab.run();
        during.is(RESET, 5);
        meanwhile.is(REFUSED, 50);
        boots.is(REFUSED, 111);
        after.is(OK, 123);
        assertThat(lab.journal().entries())
                .extracting(entry -> entry.event())
                .containsExactly(Event.FAULT_BEGAN, Event.CRASHED, Event.FAULT_OVER, Event.STARTED, Event.UP);
    }

    @Test
    void aKilledDatabaseIsBackWhenTheFaultIsOver() {
        Lab lab = db(at(5, 100, "db", Crash.ALL));
        Answer during = lab.call(0, "db");
        Answer queued = lab.call(1, "db");
        Answer meanwhile = lab.call(50, "db");
        Answer after = lab.call(105, "db");
        lab.run();
        during.is(RESET, 5);
        queued.is(RESET, 5);
        meanwhile.is(REFUSED, 50);
        after.is(OK, 115);
    }

    @Test
    void whoeverIsRestartedMeanwhileIsNotKilledAgain() {
        Lab lab = web(at(5, 100, "web", Crash.ALL));
        lab.act(20, new Action.Restart("web"));
        Answer meanwhile = lab.call(100, "web");
        lab.run();
        meanwhile.is(OK, 110);
    }

    @Test
    void aRestartEndsAPause() {
        Lab lab = web(at(5, 100, "web", Pause.ALL));
        Answer during = lab.call(0, "web");
        lab.act(20, new Action.Restart("web"));
        Answer after = lab.call(30, "web");
        lab.run();
        during.is(RESET, 20);
        after.is(OK, 40);
    }

    @Test
    void onlyTheFirstReplicasAreStruck() {
        ServerSpec web = ServerSpec.of(1, TEN).replicas(2).build();
        Lab lab = Lab.struck(Map.of("web", web), at(0, 100, "web", new Pause(1)));
        Answer first = lab.call(1, "web");
        Answer second = lab.call(1, "web");
        lab.run();
        first.is(OK, 110);
        second.is(OK, 11);
    }

    @Test
    void callsThatFailOnTheWayNeverReachTheComponent() {
        Lab refused = webOnDb(calling(CallSpec.plain()), at(0, 100, "db", new Refused(Percent.HUNDRED)));
        Answer none = refused.call(0, "web");
        Answer after = refused.call(95, "web");
        refused.run();
        none.is(ERROR, 10);
        after.is(OK, 115);
        assertThat(refused.tally("db").arrivals()).isEqualTo(1);

        Lab errors = webOnDb(calling(CallSpec.plain()), at(0, 100, "web.db", new Errors(Percent.HUNDRED)));
        Answer failed = errors.call(0, "web");
        errors.run();
        failed.is(ERROR, 10);
        assertThat(errors.tally("db").arrivals()).isEqualTo(1);
    }

    @Test
    void whoHearsNothingWaitsUntilTheTimeoutAlsoForAnswersToCallsOfBefore() {
        CallSpec call = CallSpec.plain().within(Duration.ofMillis(30)).retrying(AT_ONCE);
        Lab lab = webOnDb(calling(call), at(15, 10, "web.db", new Lost(Percent.HUNDRED)));
        Answer before = lab.call(0, "web");
        Answer lost = lab.call(7, "web");
        lab.run();
        // The query of 10 ms is answered at 20 ms to nobody; the second try at 40 ms comes through.
        before.is(OK, 50);
        lost.is(OK, 57);
        assertThat(lab.tally("db").arrivals()).isEqualTo(3);
    }

    @Test
    void withoutARetryALostCallTimesOut() {
        CallSpec call = CallSpec.plain().within(Duration.ofMillis(30));
        Lab lab = webOnDb(calling(call), at(0, 20, "db", new Lost(Percent.HUNDRED)));
        Answer lost = lab.call(0, "web");
        lab.run();
        assertThat(lost.outcome()).isIn(ERROR, TIMED_OUT);
        assertThat(lost.atNanos()).isEqualTo(40_000_000);
    }

    @Test
    void theEndOfALossThatResetsIsHeardByWhoeverStillWaits() {
        for (boolean resets : new boolean[] {false, true}) {
            Lost lost = resets ? Lost.ALL.resetting() : Lost.ALL;
            CallSpec call = CallSpec.plain().within(Duration.ofMillis(30));
            Lab lab = webOnDb(calling(call), at(15, 35, "db", lost));
            Answer gaveUp = lab.call(0, "web");
            Answer waits = lab.call(20, "web");
            Answer after = lab.call(45, "web");
            lab.run();
            // Sent at 10, and answered at 20 to nobody: given up at 40, before the end at 50. The second was sent at
            // 30.
            assertThat(gaveUp.atNanos()).isEqualTo(40_000_000);
            assertThat(waits.outcome()).isNotEqualTo(OK);
            assertThat(waits.atNanos()).isEqualTo(resets ? 50_000_000 : 60_000_000);
            after.is(OK, 65);
        }
    }

    @Test
    void aCallThatALossResetIsTriedAgain() {
        CallSpec call = CallSpec.plain().within(Duration.ofMillis(500)).retrying(AT_ONCE);
        Lab lab = webOnDb(calling(call), at(0, 30, "web.db", Lost.ALL.resetting()));
        Answer again = lab.call(0, "web");
        lab.run();
        again.is(OK, 40);
        assertThat(lab.tally("db").arrivals()).isEqualTo(1);
    }

    @Test
    void latencyAddsToTheWayThere() {
        Effect slow = new Latency(new Fixed(Duration.ofMillis(25)), Percent.HUNDRED);
        Lab lab = webOnDb(calling(CallSpec.plain()), at(0, 20, "web.db", slow));
        Answer late = lab.call(0, "web");
        Answer after = lab.call(50, "web");
        lab.run();
        late.is(OK, 45);
        after.is(OK, 70);
    }

    @Test
    void aLatencyThatReleasesLetsGoAtItsEndOfWhatIsOnItsWay() {
        for (boolean releases : new boolean[] {false, true}) {
            Latency slow = Latency.of(Duration.ofMillis(100));
            Lab lab = webOnDb(calling(CallSpec.plain()), at(0, 110, "db", releases ? slow.released() : slow));
            Answer through = lab.call(0, "web");
            Answer held = lab.call(20, "web");
            Answer after = lab.call(110, "web");
            lab.run();
            // Ten in web, and then 100 on the way: the first is there as the fault ends, the second would be at 130.
            through.is(OK, 120);
            held.is(OK, releases ? 120 : 140);
            after.is(OK, 130);
        }
    }

    @Test
    void whatIsReleasedDoesNotComeBeforeItWouldHaveWithoutTheLatency() {
        FaultSpec early = at(0, 30, "db", Latency.of(Duration.ofMillis(100)).released());
        FaultSpec other = at(0, 50, "db", Latency.of(Duration.ofMillis(60)).released());
        Lab lab = webOnDb(calling(CallSpec.plain()), early, other);
        Answer both = lab.call(0, "web");
        Answer untilTheEnd = lab.call(25, "web");
        lab.run();
        // Sent at 10, due at 170; at 30 the first lets go: 70; at 50 the other does.
        both.is(OK, 60);
        // Sent at 35, after the first is over, due at 95; let go of at 50.
        untilTheEnd.is(OK, 60);
    }

    @Test
    void whatHasArrivedOrWasStoppedIsNotReleasedAgain() {
        CallSpec call = CallSpec.plain().within(Duration.ofMillis(30)).cancelling();
        Lab lab = webOnDb(
                calling(call),
                at(0, 70, "db", Latency.of(Duration.ofMillis(100)).released()));
        Answer stopped = lab.call(0, "web");
        Answer after = lab.call(80, "web");
        lab.run();
        assertThat(stopped.atNanos()).isEqualTo(40_000_000);
        after.is(OK, 100);
        assertThat(lab.tally("db").arrivals()).isEqualTo(1);
    }

    @Test
    void aShareOfTheCallsIsStruckByChance() {
        Lab lab = Lab.struck(
                Map.of("web", ServerSpec.of(5, TEN).build()), at(0, 100_000, "web", new Refused(Percent.of(30))));
        Answer[] all = new Answer[4_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = lab.call(i * 20, "web");
        }
        lab.run();
        long refused = java.util.Arrays.stream(all)
                .filter(answer -> answer.outcome() == REFUSED)
                .count();
        // 1 200 in the mean with a standard deviation of 29.
        assertThat(refused).isBetween(1_085L, 1_315L);
    }
}
