package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.RESET;
import static dev.foreshock.engine.result.Outcome.SHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerQueueTest {
    static TimeLaw millis(double millis) {
        return new Fixed(Duration.ofNanos(Math.round(millis * 1e6)));
    }

    private static List<Answer> burst(Lab lab, double at, int calls) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            answers.add(lab.call(at, "web", i));
        }
        return answers;
    }

    @Test
    void servesInTheOrderOfArrival() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).build());
        List<Answer> answers = burst(lab, 0, 5);
        lab.run();
        for (int i = 0; i < 5; i++) {
            answers.get(i).is(OK, 10 * (i + 1));
        }
    }

    @Test
    void worksOnAsManyAsItHasWorkers() {
        Lab lab = Lab.of("web", ServerSpec.of(3, millis(10)).build());
        List<Answer> answers = burst(lab, 0, 7);
        lab.run();
        for (int i = 0; i < 7; i++) {
            answers.get(i).is(OK, 10 * (i / 3 + 1));
        }
    }

    @Test
    void shedsAtOnceWhatDoesNotFitIntoTheQueue() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).queue(2).build());
        List<Answer> answers = burst(lab, 5, 5);
        lab.run();
        answers.get(2).is(OK, 35);
        answers.get(3).is(SHED, 5);
        answers.get(4).is(SHED, 5);
    }

    @Test
    void aQueueOfNothingLetsIntoServiceOrSheds() {
        Lab lab = Lab.of("web", ServerSpec.of(2, millis(10)).queue(0).build());
        List<Answer> answers = burst(lab, 0, 3);
        Answer later = lab.call(10.5, "web");
        lab.run();
        answers.get(1).is(OK, 10);
        answers.get(2).is(SHED, 0);
        later.is(OK, 20.5);
    }

    @Test
    void zeroWorkIsDoneInNoTime() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(0)).build());
        List<Answer> answers = burst(lab, 3, 1000);
        lab.run();
        assertThat(answers).allSatisfy(answer -> answer.is(OK, 3));
    }

    @Test
    void theMeterWeighsByTime() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).build());
        burst(lab, 0, 3);
        lab.run();
        Meter meter = lab.component("web").meter();
        assertThat(meter.utilization(100_000_000)).isEqualTo(0.3);
        assertThat(meter.queueLength(100_000_000))
                .as("2 for 10 ms and 1 for 10 ms")
                .isEqualTo(0.3);
        assertThat(meter.meanWaitSeconds()).isEqualTo(0.01);
    }

    @Test
    void replicasTakeTurns() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).replicas(3).build());
        List<Answer> answers = burst(lab, 0, 7);
        lab.run();
        for (int i = 0; i < 7; i++) {
            answers.get(i).is(OK, 10 * (i / 3 + 1));
        }
        assertThat(lab.component("web").meter().workerNanos(1000)).isEqualTo(3000);
    }

    @Test
    void moreWorkersTakeFromTheQueueAtOnce() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(100)).build());
        List<Answer> answers = burst(lab, 0, 4);
        lab.act(50, new Action.Resize("web", "workers", Multiple.x(3))).run();
        answers.get(0).is(OK, 100);
        answers.get(1).is(OK, 150);
        answers.get(2).is(OK, 150);
        answers.get(3).is(OK, 200);
    }

    @Test
    void fewerWorkersFinishWhatTheyHaveAndKeepAtLeastOne() {
        Lab lab = Lab.of("web", ServerSpec.of(4, millis(100)).build());
        List<Answer> answers = burst(lab, 0, 6);
        lab.act(50, new Action.Resize("web", "workers", Multiple.x(0))).run();
        answers.get(3).is(OK, 100);
        answers.get(4).is(OK, 200);
        answers.get(5).is(OK, 300);
    }

    @Test
    void resizingBeyondAllMeasureDoesNotWrapAround() {
        Lab lab = Lab.of("web", ServerSpec.of(1_000_000, millis(100)).build());
        Answer one = lab.call(10, "web");
        Answer two = lab.call(10, "web");
        lab.act(0, new Action.Resize("web", "workers", Multiple.x(1e6)))
                .act(0, new Action.Resize("web", "workers", Multiple.x(1e6)))
                .run();
        one.is(OK, 110);
        two.is(OK, 110);
    }

    @Test
    void utilizationOfManyLargeReplicasDoesNotOverflow() {
        Lab lab = Lab.of(
                "web", ServerSpec.of(1_000_000, millis(100)).replicas(10_000).build());
        lab.call(0, "web");
        lab.run();
        assertThat(lab.component("web").meter().workerNanos(1_000_000_000)).isEqualTo(1e19);
    }

    @Test
    void admissionByRequestTakesATokenEachTime() {
        AdmissionSpec admission = new AdmissionSpec(Rate.perSecond(10), By.REQUEST, Duration.ofMillis(200));
        Lab lab = Lab.of("web", ServerSpec.of(9, millis(1)).admit(admission).build());
        Answer a = lab.call(0, "web", 1);
        Answer b = lab.call(0, "web", 1);
        Answer c = lab.call(0, "web", 1);
        Answer d = lab.call(99, "web", 1);
        Answer e = lab.call(100.001, "web", 1);
        lab.run();
        a.is(OK, 1);
        b.is(OK, 1);
        c.is(SHED, 0);
        d.is(SHED, 99);
        e.is(OK, 101.001);
    }

    @Test
    void admissionBySessionLetsAnAdmittedSessionPassForEver() {
        AdmissionSpec admission = new AdmissionSpec(Rate.perSecond(1), By.SESSION, Duration.ofSeconds(1));
        Lab lab = Lab.of("web", ServerSpec.of(9, millis(1)).admit(admission).build());
        Answer first = lab.call(0, "web", 7);
        Answer other = lab.call(10, "web", 8);
        Answer again = lab.call(20, "web", 7);
        Answer sameNumberOfAnotherClass = lab.call(30, "web", (1L << 32) | 7);
        Answer late = lab.call(1100, "web", 8);
        lab.run();
        first.is(OK, 1);
        other.is(SHED, 10);
        again.is(OK, 21);
        sameNumberOfAnotherClass.is(SHED, 30);
        late.is(OK, 1101);
    }

    private static Action assign(String setting, Unit unit, double number) {
        return new Action.Assign("web", setting, unit, number);
    }

    @Test
    void whoWaitsInAQueueThatBecomesTooLongStaysInIt() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).queue(3).build());
        List<Answer> before = List.of(lab.call(0, "web"), lab.call(0, "web"), lab.call(0, "web"));
        lab.act(1, assign("queue", Unit.COUNT, 1));
        Answer beyond = lab.call(2, "web");
        Answer stillBeyond = lab.call(12, "web");
        Answer fits = lab.call(22, "web");
        lab.run();
        for (int i = 0; i < before.size(); i++) {
            before.get(i).is(OK, 10 * (i + 1));
        }
        beyond.is(SHED, 2);
        stillBeyond.is(SHED, 12);
        fits.is(OK, 40);
    }

    @Test
    void moreWorkersBeginAtOnceAndFewerFinishWhatTheyHave() {
        Lab lab = Lab.of("web", ServerSpec.of(1, millis(10)).build());
        List<Answer> all = List.of(lab.call(0, "web"), lab.call(0, "web"), lab.call(0, "web"), lab.call(0, "web"));
        lab.act(2, assign("workers", Unit.COUNT, 3));
        lab.act(3, assign("workers", Unit.COUNT, 1));
        lab.run();
        all.get(0).is(OK, 10);
        all.get(1).is(OK, 12);
        all.get(2).is(OK, 12);
        // One of three is free at 10 ms already, but there is one worker by then, and two are busy.
        all.get(3).is(OK, 22);
    }

    @Test
    void trafficIsLetInByDegreesAndWhoIsInsideStays() {
        Lab lab = Lab.of("web", ServerSpec.of(10_000, millis(10)).build());
        double[] shares = {0, 0.1, 0.25, 0.5, 1};
        int sessions = 4_000;
        List<List<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            lab.act(100 * i, assign("admit", Unit.SHARE, shares[i]));
            List<Answer> each = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                each.add(lab.call(100 * i + 1, "web", session));
            }
            answers.add(each);
        }
        lab.act(100 * shares.length - 95, assign("admit", Unit.SHARE, 0));
        lab.run();
        for (int i = 0; i < shares.length; i++) {
            long in =
                    answers.get(i).stream().filter(each -> each.outcome() == OK).count();
            // Four standard deviations of a binomial number; all and none are exact.
            double tolerance = 4 * Math.sqrt(sessions * shares[i] * (1 - shares[i]));
            assertThat((double) in).as("a share of %s", shares[i]).isCloseTo(sessions * shares[i], within(tolerance));
            for (int session = 0; i > 0 && session < sessions; session++) {
                if (answers.get(i - 1).get(session).outcome() == OK) {
                    assertThat(answers.get(i).get(session).outcome())
                            .as("session %s, which was let in with a smaller share", session)
                            .isEqualTo(OK);
                }
            }
        }
    }

    @Test
    void anotherRateOfAdmissionCountsFromNowOn() {
        AdmissionSpec admission = new AdmissionSpec(Rate.perSecond(10), By.REQUEST, Duration.ofMillis(200));
        Lab lab = Lab.of("web", ServerSpec.of(9, millis(1)).admit(admission).build());
        Answer a = lab.call(0, "web", 1);
        Answer b = lab.call(0, "web", 1);
        Answer none = lab.call(0, "web", 1);
        // Half a token is there; the other half takes 5 ms at the new rate.
        lab.act(50, assign("admit", Unit.RATE, 100));
        Answer early = lab.call(54, "web", 1);
        Answer inTime = lab.call(55.001, "web", 1);
        lab.run();
        a.is(OK, 1);
        b.is(OK, 1);
        none.is(SHED, 0);
        early.is(SHED, 54);
        inTime.is(OK, 56.001);
    }

    @Test
    void lessMemoryCrashesWithTheNextRequestThatDoesNotFit() {
        ServerSpec web = ServerSpec.of(10, millis(10))
                .memory(new MemorySpec(Bytes.mebi(10), Bytes.mebi(1)))
                .build();
        Lab lab = Lab.of("web", web);
        Answer first = lab.call(0, "web");
        lab.call(0, "web");
        lab.act(1, assign("memory", Unit.BYTES, 2 << 20));
        Answer fits = lab.call(11, "web");
        lab.call(11, "web");
        Answer tooMuch = lab.call(12, "web");
        lab.run();
        first.is(OK, 10);
        fits.is(RESET, 12);
        tooMuch.is(RESET, 12);
    }
}
