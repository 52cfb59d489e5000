package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static LinkSpec link(Integer connections, long connectMillis, long keepAliveMillis) {
        return new LinkSpec(
                new Fixed(Duration.ZERO),
                connections,
                Duration.ofMillis(connectMillis),
                Duration.ofMillis(keepAliveMillis));
    }

    private static CallSpec over(LinkSpec link) {
        return CallSpec.plain().over(link);
    }

    @Test
    void latencyIsPaidEachWay() {
        Stub web = Stub.after(10, OK);
        Lab lab = Lab.of("web", web);
        Answer answer = lab.call(0, "web", 0, over(LinkSpec.of(Duration.ofMillis(7))));
        lab.run();
        answer.is(OK, 24);
        assertThat(web.log().arrivals).containsExactly(7.0);
    }

    @Test
    void theTwoWaysOfOneCallAreDrawnApart() {
        Stub web = Stub.after(1, OK);
        LinkSpec link = new LinkSpec(
                new Uniform(Duration.ZERO, Duration.ofMillis(100)), null, Duration.ZERO, Duration.ofSeconds(60));
        Lab lab = Lab.of("web", web);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(lab.call(i * 1000.0, "web", 0, over(link)));
        }
        lab.run();
        double product = 0;
        for (int i = 0; i < 500; i++) {
            double there = web.log().arrivals.get(i) - i * 1000.0;
            double back = answers.get(i).atNanos() / 1e6 - web.log().answers.get(i);
            assertThat(there).isBetween(0.0, 100.0);
            assertThat(back).isBetween(0.0, 100.0);
            product += (there - 50) * (back - 50);
        }
        assertThat(product / 500 / (100 * 100 / 12.0)).as("correlation").isBetween(-0.15, 0.15);
    }

    @Test
    void callsBeyondTheConnectionsWaitInOrder() {
        Stub web = Stub.after(10, OK);
        Lab lab = Lab.of("web", web);
        CallSpec two = over(link(2, 0, 60_000));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(lab.call(i * 0.001, "web", 0, two));
        }
        lab.run();
        for (int i = 0; i < 6; i++) {
            answers.get(i).is(OK, 10 * (1 + i / 2) + (i % 2) * 0.001);
        }
        assertThat(lab.openConnections()).isEqualTo(2);
    }

    @Test
    void openingAConnectionTakesTimeAndAnIdleOneIsReused() {
        Lab lab = Lab.of("web", Stub.after(10, OK));
        CallSpec call = over(link(null, 5, 100));
        Answer opens = lab.call(0, "web", 0, call);
        Answer opensToo = lab.call(1, "web", 0, call);
        Answer reuses = lab.call(20, "web", 0, call);
        lab.run();
        opens.is(OK, 15);
        opensToo.is(OK, 16);
        reuses.is(OK, 30);
        assertThat(lab.openConnections()).isEqualTo(2);
    }

    @Test
    void anIdleConnectionIsClosedAfterItsKeepAlive() {
        Lab lab = Lab.of("web", Stub.after(10, OK));
        CallSpec call = over(link(null, 5, 100));
        Answer opens = lab.call(0, "web", 0, call);
        Answer reuses = lab.call(115, "web", 0, call);
        Answer opensAnew = lab.call(225.000001, "web", 0, call);
        lab.run();
        opens.is(OK, 15);
        reuses.is(OK, 125);
        opensAnew.is(OK, 240.000001);
    }

    @Test
    void theOldestOfTheIdleConnectionsExpireUnderneath() {
        Lab lab = Lab.of("web", Stub.after(10, OK));
        CallSpec call = over(link(2, 5, 100));
        lab.call(0, "web", 0, call);
        lab.call(0, "web", 0, call);
        Answer keepsOneAlive = lab.call(80, "web", 0, call);
        Answer reuses = lab.call(150, "web", 0, call);
        Answer opens = lab.call(151, "web", 0, call);
        lab.run();
        keepsOneAlive.is(OK, 90);
        reuses.is(OK, 160);
        opens.is(OK, 166);
        assertThat(lab.openConnections()).isEqualTo(2);
    }

    @Test
    void aTimeoutClosesTheConnectionAndTheWaiterOpensAnother() {
        Lab lab = Lab.of("web", Stub.after(1000, OK));
        CallSpec call = over(link(1, 5, 60_000)).within(Duration.ofMillis(50));
        Answer first = lab.call(0, "web", 0, call);
        Answer second = lab.call(10, "web", 0, call);
        lab.runUntil(49);
        assertThat(lab.openConnections()).isEqualTo(1);
        lab.run();
        first.is(TIMED_OUT, 50);
        second.is(TIMED_OUT, 60);
        assertThat(lab.tally("web").arrivals())
                .as("the second reached it at 55")
                .isEqualTo(2);
        assertThat(lab.openConnections()).isZero();
    }

    @Test
    void aCallerThatTimesOutInTheLineLeavesIt() {
        Stub web = Stub.after(100, OK);
        Lab lab = Lab.of("web", web);
        LinkSpec one = link(1, 0, 60_000);
        Answer first = lab.call(0, "web", 0, over(one).within(Duration.ofMillis(110)));
        Answer gone = lab.call(1, "web", 0, over(one).within(Duration.ofMillis(110)));
        lab.run();
        first.is(OK, 100);
        gone.is(TIMED_OUT, 111);
        Lab again = Lab.of("web", Stub.after(100, OK));
        CallSpec call = over(one).within(Duration.ofMillis(60));
        again.call(0, "web", 0, call);
        Answer second = again.call(1, "web", 0, call);
        Answer third = again.call(2, "web", 0, call);
        again.run();
        second.is(TIMED_OUT, 61);
        third.is(TIMED_OUT, 62);
    }

    @Test
    void aCallerThatTimesOutWhileConnectingGivesTheConnectionUp() {
        Stub web = Stub.after(10, OK);
        Lab lab = Lab.of("web", web);
        CallSpec call = over(link(1, 30, 60_000)).within(Duration.ofMillis(20));
        lab.call(0, "web", 0, call);
        Answer second = lab.call(5, "web", 0, call);
        lab.run();
        second.is(TIMED_OUT, 25);
        assertThat(web.log().arrivals).isEmpty();
        assertThat(lab.openConnections()).isZero();
    }

    @Test
    void aRefusedCallClosesItsConnection() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).build());
        CallSpec call = over(link(1, 5, 60_000));
        Answer served = lab.call(0, "web", 0, call);
        lab.act(20, new Action.Restart("web"));
        Answer refused = lab.call(30, "web", 0, call);
        lab.run();
        served.is(OK, 15);
        refused.is(REFUSED, 30);
        assertThat(lab.openConnections()).isZero();
    }

    @Test
    void anErrorKeepsItsConnection() {
        Lab lab = Lab.of("web", Stub.after(10, ERROR));
        lab.call(0, "web", 0, over(link(1, 5, 60_000)));
        lab.run();
        assertThat(lab.openConnections()).isEqualTo(1);
    }

    @Test
    void aForgottenPlanSendsNoneOfItsWaitingCalls() {
        Stub db = Stub.after(100, OK);
        ServerSpec web = ServerSpec.of(9, millis(0))
                .call("db", over(link(1, 0, 60_000)).timesTogether(50))
                .call("fails", CallSpec.plain())
                .build();
        Lab lab = Lab.of("web", web, "db", db, "fails", Stub.after(30, ERROR));
        lab.call(0, "web");
        lab.run();
        assertThat(db.log().arrivals).containsExactly(0.0);
    }

    @Test
    void tenThousandCallsThatWaitForOneConnectionAreForgottenQuickly() {
        ServerSpec web = ServerSpec.of(9, millis(0))
                .call("db", over(link(1, 0, 60_000)).timesTogether(10_000))
                .call("fails", CallSpec.plain())
                .build();
        Lab lab = Lab.of("web", web, "db", Stub.after(10, OK), "fails", Stub.after(30, ERROR));
        for (int i = 0; i < 20; i++) {
            lab.call(i * 100.0, "web");
        }
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(3), () -> lab.run());
    }
}
