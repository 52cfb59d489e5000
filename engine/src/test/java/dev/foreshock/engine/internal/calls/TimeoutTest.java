package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeoutTest {
    static TimeLaw millis(double millis) {
        return new Fixed(Duration.ofNanos(Math.round(millis * 1e6)));
    }

    private static CallSpec within(long millis) {
        return CallSpec.plain().within(Duration.ofMillis(millis));
    }

    @Test
    void aCallEndsAtItsTimeoutAndItsWorkGoesOnUncounted() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        Answer answer = lab.call(5, "web", 0, within(30));
        lab.run();
        answer.is(TIMED_OUT, 35);
        assertThat(lab.tally("web").arrivals()).isEqualTo(1);
        assertThat(lab.tally("web").good()).as("late work is no goodput").isZero();
        assertThat(lab.tally("web").ended(TIMED_OUT)).isEqualTo(1);
        assertThat(lab.tally("web").over()).isEqualTo(1);
        assertThat(lab.component("web").meter().busyNanos(200_000_000))
                .as("the work was done all the same")
                .isEqualTo(100e6);
    }

    @Test
    void anAnswerAtTheVeryTimeOfTheTimeoutIsTooLate() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(30)).build());
        Answer answer = lab.call(0, "web", 0, within(30));
        lab.run();
        answer.is(TIMED_OUT, 30);
    }

    @Test
    void anAnswerOneNanosecondBeforeTheTimeoutIsInTime() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(29.999999)).build());
        Answer answer = lab.call(0, "web", 0, within(30));
        lab.run();
        answer.is(OK, 29.999999);
    }

    @Test
    void cancellingStopsTheWorkAndFreesTheWorkerAtOnce() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        Answer first = lab.call(0, "web", 0, within(30).cancelling());
        Answer second = lab.call(10, "web");
        lab.run();
        first.is(TIMED_OUT, 30);
        second.is(OK, 130);
    }

    @Test
    void abandoningKeepsTheWorkerBusyToTheEnd() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        Answer first = lab.call(0, "web", 0, within(30));
        Answer second = lab.call(10, "web");
        lab.run();
        first.is(TIMED_OUT, 30);
        second.is(OK, 200);
    }

    @Test
    void aCancelledCallInTheQueueNeverStarts() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        Answer first = lab.call(0, "web");
        Answer second = lab.call(10, "web", 0, within(30).cancelling());
        Answer third = lab.call(20, "web");
        lab.run();
        first.is(OK, 100);
        second.is(TIMED_OUT, 40);
        third.is(OK, 200);
    }

    @Test
    void theCallerTimesOutWhileTheAnswerTravelsBack() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).build());
        Answer answer = lab.call(0, "web", 0, within(25).over(LinkSpec.of(Duration.ofMillis(10))));
        lab.run();
        answer.is(TIMED_OUT, 25);
        assertThat(lab.tally("web").good())
                .as("answered in time, as far as the component knows")
                .isEqualTo(1);
    }

    @Test
    void theCallerTimesOutWhileTheRequestIsOnItsWayAndTheWorkIsStillDone() {
        Stub stub = Stub.after(10, OK);
        Lab lab = Lab.of("web", stub);
        Answer answer = lab.call(0, "web", 0, within(5).over(LinkSpec.of(Duration.ofMillis(10))));
        lab.run();
        answer.is(TIMED_OUT, 5);
        assertThat(stub.log().answers).containsExactly(20.0);
        assertThat(lab.tally("web").over()).as("calls over for their callers").isEqualTo(1);
        assertThat(lab.tally("web").ended(OK)).isZero();
    }

    @Test
    void aRequestCancelledOnItsWayNeverArrives() {
        Stub stub = Stub.after(10, OK);
        Lab lab = Lab.of("web", stub);
        Answer answer = lab.call(0, "web", 0, within(5).cancelling().over(LinkSpec.of(Duration.ofMillis(10))));
        lab.run();
        answer.is(TIMED_OUT, 5);
        assertThat(stub.log().arrivals).isEmpty();
    }

    @Test
    void theDeadlineIsTheEarlierOfTheCallersAndItsOwn() {
        Stub db = Stub.after(1, OK);
        ServerSpec web = ServerSpec.of(9, millis(10))
                .call("db", within(500).passingDeadline())
                .build();
        Lab lab = Lab.of("web", web, "db", db);
        lab.call(0, "web", 0, within(100).passingDeadline());
        lab.call(1000, "web", 0, within(900).passingDeadline());
        lab.call(2000, "web", 0, within(900));
        lab.run();
        assertThat(db.log().deadlines).containsExactly(100.0, 1510.0, 2510.0);
    }

    @Test
    void aDeadlineIsUnknownWhereItIsNotPassedOn() {
        Stub db = Stub.after(1, OK);
        Lab lab = Lab.of(
                "web", ServerSpec.of(9, millis(10)).call("db", within(500)).build(), "db", db);
        lab.call(0, "web", 0, within(100).passingDeadline());
        lab.run();
        assertThat(db.log().deadlines).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void workThatIsTooLateIsDroppedWhenItsTurnComes() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        Answer first = lab.call(0, "web");
        Answer late = lab.call(10, "web", 0, within(50).passingDeadline());
        Answer third = lab.call(20, "web", 0, within(150).passingDeadline());
        lab.run();
        first.is(OK, 100);
        late.is(TIMED_OUT, 60);
        third.is(TIMED_OUT, 170);
        assertThat(lab.component("web").meter().busyNanos(300_000_000))
                .as("the late call was not worked on")
                .isEqualTo(200e6);
    }

    @Test
    void aDatabaseDropsLateWorkToo() {
        Lab lab = Lab.of("db", DatabaseSpec.of(1, millis(100)));
        lab.call(0, "db");
        Answer late = lab.call(10, "db", 0, within(50).passingDeadline());
        Answer third = lab.call(20, "db");
        lab.run();
        late.is(TIMED_OUT, 60);
        third.is(OK, 200);
    }

    @Test
    void aTimeoutDownstreamIsAnErrorUpstream() {
        ServerSpec web = ServerSpec.of(1, millis(10)).call("db", within(20)).build();
        Lab lab = Lab.of("web", web, "db", Stub.after(100, OK));
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 30);
        assertThat(lab.tally("db").ended(TIMED_OUT)).isEqualTo(1);
        assertThat(lab.tally("web").ended(ERROR)).isEqualTo(1);
    }

    @Test
    void cancellationReachesThroughThreeTiers() {
        ServerSpec edge = ServerSpec.of(1, millis(0))
                .call("web", CallSpec.plain().cancelling())
                .build();
        ServerSpec web = ServerSpec.of(1, millis(0))
                .call("db", CallSpec.plain().cancelling())
                .build();
        Lab lab = Lab.of("edge", edge, "web", web, "db", DatabaseSpec.of(1, millis(1000)));
        Answer answer = lab.call(0, "edge", 0, within(50).cancelling());
        lab.runUntil(60);
        answer.is(TIMED_OUT, 50);
        assertThat(lab.component("db").holding()).as("queries still running").isZero();
        for (String tier : new String[] {"edge", "web", "db"}) {
            assertThat(lab.tally(tier).ended(tier.equals("edge") ? TIMED_OUT : Outcome.CANCELLED))
                    .as(tier)
                    .isEqualTo(1);
        }
        lab.run();
    }

    @Test
    void abandonedWorkGoesOnThroughFourTiers() {
        ServerSpec cheap =
                ServerSpec.of(1, millis(1)).call("b", CallSpec.plain()).build();
        ServerSpec b = ServerSpec.of(1, millis(1)).call("c", CallSpec.plain()).build();
        ServerSpec c = ServerSpec.of(1, millis(1)).call("d", CallSpec.plain()).build();
        Stub d = Stub.after(100, OK);
        Lab lab = Lab.of(java.util.Map.of("a", cheap, "b", b, "c", c, "d", d));
        Answer answer = lab.call(0, "a", 0, within(50));
        lab.run();
        answer.is(TIMED_OUT, 50);
        assertThat(d.log().answers).containsExactly(103.0);
        assertThat(lab.tally("d").good()).isEqualTo(1);
        assertThat(lab.tally("a").good()).isZero();
    }
}
