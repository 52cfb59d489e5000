package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.RESET;
import static dev.foreshock.engine.result.Outcome.SHED;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.CodelSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerTroubleTest {
    private static Lab breaking(int replicas, BreakdownSpec how) {
        return Lab.of(
                "web",
                ServerSpec.of(1, millis(30)).replicas(replicas).breakdowns(how).build());
    }

    private static BreakdownSpec after100For20(Work work) {
        return BreakdownSpec.of(millis(100), millis(20), work);
    }

    @Test
    void whoHasWaitedAsLongAsItsPatienceLeaves() {
        Lab lab =
                Lab.of("web", ServerSpec.of(1, millis(10)).patience(millis(12)).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(1, "web");
        Answer c = lab.call(2, "web");
        lab.run();
        a.is(OK, 10);
        b.is(OK, 20);
        c.is(TIMED_OUT, 14);
    }

    @Test
    void whatFailsMakesNoCalls() {
        ServerSpec web = ServerSpec.of(1, millis(10))
                .fails(Percent.HUNDRED)
                .call("db", CallSpec.plain())
                .build();
        Lab lab = Lab.of("web", web, "db", ServerSpec.of(1, millis(5)).build());
        Answer a = lab.call(0, "web");
        lab.run();
        a.is(ERROR, 10);
    }

    @Test
    void everyRequestInFlightAddsToTheWork() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(9, millis(10)).contention(Duration.ofMillis(1)).build());
        Answer a = lab.call(0, "web");
        Answer b = lab.call(0, "web");
        Answer c = lab.call(50, "web");
        lab.run();
        a.is(OK, 11);
        b.is(OK, 12);
        c.is(OK, 61);
    }

    @Test
    void aBurstMayWaitAndAStandingQueueMayNot() {
        CodelSpec limits = new CodelSpec(Duration.ofMillis(5), Duration.ofMillis(25));
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).codel(limits).build());
        Answer[] all = new Answer[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = lab.call(i, "web");
        }
        Answer fresh = lab.call(27, "web");
        lab.run();
        all[0].is(OK, 10);
        all[1].is(OK, 20);
        all[2].is(OK, 30);
        // At 30 the queue has stood for 29 ms: 5 ms are allowed.
        all[3].is(SHED, 30);
        all[4].is(SHED, 30);
        fresh.is(OK, 40);
    }

    @Test
    void keptWorkGoesOnAfterTheRepair() {
        Lab lab = breaking(1, after100For20(Work.KEPT));
        Answer during = lab.call(90, "web");
        Answer meanwhile = lab.call(110, "web");
        lab.runUntil(200);
        during.is(OK, 140);
        meanwhile.is(OK, 170);
        assertThat(lab.journal().entries())
                .extracting(entry -> entry.event())
                .containsExactly(Event.BROKE, Event.SATURATED, Event.UP);
        assertThat(lab.component("web").meter().workerNanos(200_000_000)).isEqualTo(180e6);
    }

    @Test
    void lostWorkIsResetAndWhatComesIsRefused() {
        Lab lab = breaking(1, after100For20(Work.LOST));
        Answer during = lab.call(90, "web");
        Answer meanwhile = lab.call(110, "web");
        Answer after = lab.call(125, "web");
        lab.runUntil(200);
        during.is(RESET, 100);
        meanwhile.is(REFUSED, 110);
        after.is(OK, 155);
    }

    @Test
    void oneCrewRepairsOneReplicaAfterTheOther() {
        Lab lab = breaking(2, after100For20(Work.LOST).repairedBy(1));
        lab.runUntil(110);
        assertThat(lab.component("web").up()).isZero();
        lab.runUntil(130);
        assertThat(lab.component("web").up()).isEqualTo(0.5);
        lab.runUntil(150);
        assertThat(lab.component("web").up()).isEqualTo(1);
    }

    @Test
    void aRestartTakesThePlaceOfTheRepair() {
        Lab lab = breaking(1, after100For20(Work.KEPT));
        Answer during = lab.call(90, "web");
        lab.act(105, new Action.Restart("web"));
        lab.runUntil(1000);
        during.is(RESET, 105);
        assertThat(lab.component("web").up()).as("boots for a minute").isZero();
        assertThat(lab.component("web").meter().workerNanos(1_000_000_000)).isEqualTo(100e6);
    }

    @Test
    void availabilityIsThatOfBirthAndDeath() {
        BreakdownSpec spec = after100For20(Work.LOST);
        assertThat(spec.availability(3)).isCloseTo(100 / 120.0, within(1e-12));
        // Two machines and one repairman: p1 = 2r p0, p2 = r p1 with r = .2.
        double p0 = 1 / (1 + 0.4 + 0.08);
        assertThat(spec.repairedBy(1).availability(2)).isCloseTo(p0 * (1 + 0.4 / 2), within(1e-12));
    }
}
