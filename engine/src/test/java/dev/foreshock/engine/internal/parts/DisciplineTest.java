package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.SHED;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisciplineTest {
    private static ServerSpec.Builder server(int workers, double work, Order order) {
        return ServerSpec.of(workers, millis(work)).discipline(DisciplineSpec.of(order));
    }

    @Test
    void servesWhoCameLastOnceAWorkerIsFree() {
        Lab lab = Lab.of("web", server(1, 10, Order.LIFO).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(1, "web");
        Answer c = lab.call(2, "web");
        lab.run();
        a.is(OK, 10);
        c.is(OK, 20);
        b.is(OK, 30);
    }

    @Test
    void whoIsInterruptedGoesOnWhereItWas() {
        Lab lab = Lab.of("web", server(1, 10, Order.PREEMPTIVE_LIFO).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(4, "web");
        Answer c = lab.call(8, "web");
        lab.run();
        c.is(OK, 18);
        b.is(OK, 24);
        a.is(OK, 30);
        assertThat(lab.component("web").meter().meanWaitSeconds())
                .as("nobody waited to begin")
                .isZero();
    }

    @Test
    void whoComesAfterSomebodyLeftInterruptedBeginsFromNothing() {
        Lab lab = Lab.of("web", server(1, 10, Order.PREEMPTIVE_LIFO).build());
        CallSpec impatient = CallSpec.plain().within(Duration.ofMillis(5)).cancelling();
        Answer gone = lab.call(0, "web", 0, impatient);
        Answer a = lab.call(1, "web");
        Answer b = lab.call(12, "web");
        Answer c = lab.call(13, "web");
        lab.run();
        gone.is(TIMED_OUT, 5);
        a.is(OK, 11);
        c.is(OK, 23);
        b.is(OK, 32);
    }

    @Test
    void theFirstToHaveComeIsInterrupted() {
        Lab lab = Lab.of("web", server(2, 10, Order.PREEMPTIVE_LIFO).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(1, "web");
        Answer c = lab.call(2, "web");
        lab.run();
        b.is(OK, 11);
        c.is(OK, 12);
        a.is(OK, 19);
    }

    @Test
    void nobodyIsInterruptedForWhomThereIsNoRoomInTheQueue() {
        Lab lab = Lab.of("web", server(1, 10, Order.PREEMPTIVE_LIFO).queue(0).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(4, "web");
        lab.run();
        a.is(OK, 10);
        b.is(SHED, 4);
    }

    @Test
    void jobsShareAWorkerEqually() {
        Lab lab = Lab.of("web", server(1, 10, Order.PROCESSOR_SHARING).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(5, "web");
        lab.run();
        a.is(OK, 15);
        b.is(OK, 20);
    }

    @Test
    void noJobGetsMoreThanOneWorker() {
        Lab lab = Lab.of("web", server(2, 10, Order.PROCESSOR_SHARING).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(0, "web");
        Answer c = lab.call(5, "web");
        lab.run();
        // Until 5 each has a worker; then three share two: the first two need 5 more at 2/3.
        a.is(OK, 12.5);
        b.is(OK, 12.5);
        c.is(OK, 17.5);
        Meter meter = lab.component("web").meter();
        assertThat(meter.busyNanos(20_000_000)).isEqualTo(30e6);
    }

    @Test
    void whoWaitsForItsCallsTakesNoShare() {
        ServerSpec web = server(1, 10, Order.PROCESSOR_SHARING)
                .call("db", CallSpec.plain())
                .build();
        Lab lab = Lab.of("web", web, "db", ServerSpec.of(9, millis(100)).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(10, "web");
        lab.run();
        a.is(OK, 110);
        b.is(OK, 120);
    }

    @Test
    void moreWorkersSpeedUpWhatIsUnderWay() {
        Lab lab = Lab.of("web", server(1, 10, Order.PROCESSOR_SHARING).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(0, "web");
        lab.act(10, new Action.Resize("web", "workers", Multiple.x(2))).run();
        a.is(OK, 15);
        b.is(OK, 15);
    }

    @Test
    void jobsThatShareAColdReplicaWarmUpWithIt() {
        RestartSpec restart = RestartSpec.byHand(Duration.ofMillis(10), Percent.of(50), Duration.ofMillis(20));
        Lab lab = Lab.of(
                "web", server(1, 10, Order.PROCESSOR_SHARING).restart(restart).build());
        lab.act(0, new Action.Restart("web"));
        Answer a = lab.call(10.001, "web");
        Answer b = lab.call(10.001, "web");
        lab.run();
        // Until 30 each is worked on at a quarter of a worker, then at half of one.
        double left = 10 - (30 - 10.001) / 4;
        a.is(OK, 30 + 2 * left);
        b.is(OK, 30 + 2 * left);
    }

    @Test
    void jobsThatShareBeyondTheQueueAreShed() {
        Lab lab = Lab.of("web", server(1, 10, Order.PROCESSOR_SHARING).queue(1).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(0, "web");
        Answer c = lab.call(0, "web");
        lab.run();
        a.is(OK, 20);
        b.is(OK, 20);
        c.is(SHED, 0);
    }

    @Test
    void whoLeavesASharedWorkerLeavesItsShare() {
        CallSpec impatient = CallSpec.plain().within(Duration.ofMillis(6)).cancelling();
        Lab lab = Lab.of("web", server(1, 10, Order.PROCESSOR_SHARING).build());
        Answer a = lab.call(0, "web");
        lab.call(0, "web", 0, impatient);
        lab.run();
        a.is(OK, 13);
    }

    @Test
    void aStandingQueueIsServedFromItsEnd() {
        DisciplineSpec adaptive = new DisciplineSpec(Order.ADAPTIVE_LIFO, Duration.ofMillis(15), Map.of(), false);
        Lab lab =
                Lab.of("web", ServerSpec.of(1, millis(10)).discipline(adaptive).build());
        lab.call(0, "web");
        Answer b = lab.call(1, "web");
        Answer c = lab.call(2, "web");
        Answer d = lab.call(3, "web");
        lab.run();
        b.is(OK, 20);
        d.is(OK, 30);
        c.is(OK, 40);
    }
}
