package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLifeTest {
    private static final Action RESTART = new Action.Restart("web");

    private static RestartSpec byHand(long takes, double cold, long coldFor) {
        return RestartSpec.byHand(Duration.ofMillis(takes), Percent.of(cold), Duration.ofMillis(coldFor));
    }

    private static List<Event> events(Lab lab) {
        return lab.journal().entries().stream().map(entry -> entry.event()).toList();
    }

    @Test
    void crashesWhenOneRequestMoreThanFitsIsInFlight() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(2, millis(100))
                        .memory(new MemorySpec(new Bytes(1000), new Bytes(250)))
                        .build());
        List<Answer> fits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fits.add(lab.call(10, "web"));
        }
        lab.run();
        fits.get(3).is(OK, 210);
        Lab over = Lab.of(
                "web",
                ServerSpec.of(2, millis(100))
                        .memory(new MemorySpec(new Bytes(1000), new Bytes(250)))
                        .build());
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(over.call(10 + i, "web"));
        }
        Answer refused = over.call(15, "web");
        over.run();
        assertThat(all).allSatisfy(answer -> answer.is(RESET, 14));
        refused.is(REFUSED, 15);
        assertThat(over.component("web").up()).isZero();
    }

    @Test
    void aLargerHeapHoldsMore() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(100))
                        .memory(new MemorySpec(new Bytes(2), new Bytes(1)))
                        .build());
        lab.act(0, new Action.Resize("web", "memory", Multiple.x(2)));
        List<Answer> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            four.add(lab.call(1, "web"));
        }
        lab.run();
        four.get(3).is(OK, 401);
    }

    @Test
    void staysDownUntilSomebodyRestartsIt() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(10))
                        .memory(new MemorySpec(new Bytes(1), new Bytes(1)))
                        .restart(byHand(50, 100, 0))
                        .build());
        lab.call(0, "web");
        lab.call(1, "web");
        Answer down = lab.call(500, "web");
        Answer booting = lab.call(1049, "web");
        Answer up = lab.call(1050.5, "web");
        lab.act(1000, RESTART).run();
        down.is(REFUSED, 500);
        booting.is(REFUSED, 1049);
        up.is(OK, 1060.5);
        assertThat(events(lab)).containsSubsequence(Event.CRASHED, Event.ACTED, Event.STARTED, Event.UP);
    }

    @Test
    void restartsByItselfWhereItIsToldTo() {
        RestartSpec automatic =
                new RestartSpec(Duration.ofMillis(50), Duration.ofMillis(20), Percent.HUNDRED, Duration.ZERO);
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(10))
                        .memory(new MemorySpec(new Bytes(1), new Bytes(1)))
                        .restart(automatic)
                        .build());
        lab.call(0, "web");
        lab.call(1, "web");
        Answer down = lab.call(70.9, "web");
        Answer up = lab.call(71.1, "web");
        lab.run();
        down.is(REFUSED, 70.9);
        up.is(OK, 81.1);
    }

    @Test
    void aRestartByHandIsNotFollowedByTheAutomaticOne() {
        RestartSpec automatic =
                new RestartSpec(Duration.ofMillis(50), Duration.ofMillis(20), Percent.HUNDRED, Duration.ZERO);
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(10))
                        .memory(new MemorySpec(new Bytes(1), new Bytes(1)))
                        .restart(automatic)
                        .build());
        lab.call(0, "web");
        lab.call(1, "web");
        lab.act(10, RESTART).run();
        assertThat(events(lab).stream().filter(event -> event == Event.STARTED)).hasSize(1);
        assertThat(lab.journal().of(Event.UP).findFirst().orElseThrow().atNanos())
                .isEqualTo(60_000_000);
    }

    @Test
    void anEndlessCrashLoopWithoutAnyDelayIsCarriedThrough() {
        RestartSpec atOnce = new RestartSpec(Duration.ZERO, Duration.ZERO, Percent.HUNDRED, Duration.ZERO);
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(10))
                        .memory(new MemorySpec(new Bytes(1), new Bytes(2)))
                        .restart(atOnce)
                        .build());
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(lab.call(i, "web"));
        }
        lab.run();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo(RESET));
    }

    @Test
    void restartingARunningServerResetsWhatIsInFlight() {
        Lab lab = Lab.of(
                "web", ServerSpec.of(1, millis(100)).restart(byHand(10, 100, 0)).build());
        Answer working = lab.call(0, "web");
        Answer queued = lab.call(1, "web");
        Answer after = lab.call(61, "web");
        lab.act(50, RESTART).run();
        working.is(RESET, 50);
        queued.is(RESET, 50);
        after.is(OK, 161);
    }

    @Test
    void aRestartDuringTheBootBeginsItAnew() {
        Lab lab = Lab.of(
                "web", ServerSpec.of(1, millis(1)).restart(byHand(100, 100, 0)).build());
        Answer still = lab.call(145, "web");
        Answer up = lab.call(151, "web");
        lab.act(0, RESTART).act(50, RESTART).run();
        still.is(REFUSED, 145);
        up.is(OK, 152);
    }

    @Test
    void aColdServerWorksAtItsColdSpeed() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(9, millis(100)).restart(byHand(9, 25, 10_000)).build());
        Answer cold = lab.call(10, "web");
        Answer warm = lab.call(10_010.5, "web");
        lab.act(0, RESTART).run();
        cold.is(OK, 410);
        warm.is(OK, 10_110.5);
    }

    @Test
    void aJobInServiceWhenTheServerGetsWarmFinishesItsRemainderAtFullSpeed() {
        Lab lab = Lab.of(
                "web", ServerSpec.of(9, millis(100)).restart(byHand(9, 25, 201)).build());
        Answer half = lab.call(10, "web");
        Answer most = lab.call(170, "web");
        Answer done = lab.call(10, "web");
        lab.act(0, RESTART).run();
        half.is(OK, 260); // 200 ms at a quarter: 50 of 100 done
        most.is(OK, 300); // 40 ms at a quarter: 10 of 100 done
        done.is(OK, 260);
        assertThat(events(lab)).containsExactly(Event.ACTED, Event.STARTED, Event.UP, Event.WARM);
    }

    @Test
    void aRestartWhileColdIsColdForTheWholeTimeAgain() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(9, millis(100)).restart(byHand(10, 50, 1000)).build());
        Answer cold = lab.call(1060, "web");
        Answer across = lab.call(1500, "web");
        lab.act(0, RESTART).act(500, RESTART).run();
        cold.is(OK, 1260);
        across.is(OK, 1605); // warm at 1510: 5 of 100 done
    }

    @Test
    void oneReplicaDownLeavesTheOthersServing() {
        Lab lab = Lab.of(
                "web",
                ServerSpec.of(1, millis(10))
                        .replicas(3)
                        .memory(new MemorySpec(new Bytes(1), new Bytes(1)))
                        .restart(byHand(5, 100, 0))
                        .build());
        for (int i = 0; i < 3; i++) {
            lab.call(0, "web");
        }
        Answer crashes = lab.call(1, "web");
        Answer skipsIt = lab.call(20, "web");
        Answer skipsItToo = lab.call(20, "web");
        lab.at(25, () -> assertThat(lab.component("web").up()).isEqualTo(2 / 3.0));
        lab.act(40, RESTART);
        lab.at(50, () -> assertThat(lab.component("web").up()).isEqualTo(1));
        lab.run();
        crashes.is(RESET, 1);
        skipsIt.is(OK, 30);
        skipsItToo.is(OK, 30);
        assertThat(lab.journal().of(Event.STARTED))
                .as("only the one that was down is started")
                .hasSize(1);
    }
}
