package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.result.Outcome.CANCELLED;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.SHED;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Multiple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageQueueTest {
    private static TimeLaw millis(long value) {
        return new Fixed(Duration.ofMillis(value));
    }

    private static QueueSpec calling(int consumers, int redeliver) {
        return QueueSpec.of(consumers, millis(10))
                .redelivering(redeliver, Duration.ofMillis(100))
                .call("mail", CallSpec.plain());
    }

    @Test
    void aCallerIsAnsweredOnceItsMessageIsStoredAndTheWorkFollows() {
        Stub mail = Stub.after(500, OK);
        Lab lab = Lab.of("jobs", calling(1, 3), "mail", mail);
        Answer first = lab.call(0, "jobs");
        Answer second = lab.call(0, "jobs");
        lab.run();
        first.is(OK, 1);
        second.is(OK, 1);
        assertThat(mail.log().arrivals).containsExactly(11.0, 521.0);
    }

    @Test
    void workTakenOverIsNoArrival() {
        Lab lab = Lab.of("jobs", QueueSpec.of(1, millis(10)));
        lab.call(0, "jobs");
        lab.call(0, "jobs");
        lab.runUntil(5);
        assertThat(lab.tally("jobs").arrivals()).isEqualTo(2);
        assertThat(lab.tally("jobs").completions()).isEqualTo(2);
        assertThat(lab.tally("jobs").unfinished()).isEqualTo(2);
        assertThat(lab.component("jobs").holding()).isEqualTo(2);
        lab.run();
        assertThat(lab.tally("jobs").arrivals()).isEqualTo(2);
        assertThat(lab.tally("jobs").unfinished()).isZero();
    }

    @Test
    void messagesBeyondTheCapacityAreShed() {
        Lab lab = Lab.of("jobs", QueueSpec.of(1, millis(50)).holding(2));
        List<Answer> stored = List.of(lab.call(0, "jobs"), lab.call(1, "jobs"), lab.call(2, "jobs"));
        Answer shed = lab.call(3, "jobs");
        Answer later = lab.call(51, "jobs");
        lab.run();
        stored.forEach(answer -> assertThat(answer.outcome()).isEqualTo(OK));
        shed.is(SHED, 4);
        later.is(OK, 52);
    }

    @Test
    void messagesThatWaitToBeTriedAgainTakeRoom() {
        Lab lab = Lab.of("jobs", calling(1, 3).holding(1), "mail", Stub.after(1, ERROR, OK));
        lab.call(0, "jobs");
        Answer atWork = lab.call(20, "jobs");
        Answer shed = lab.call(22, "jobs");
        lab.run();
        atWork.is(OK, 21);
        shed.is(SHED, 23);
    }

    @Test
    void aMessageWhoseCallsFailIsTriedAgainAndThenDead() {
        Stub mail = Stub.after(1, ERROR);
        Lab lab = Lab.of("jobs", calling(1, 2), "mail", mail);
        Answer answer = lab.call(0, "jobs");
        lab.run();
        answer.is(OK, 1);
        assertThat(mail.log().arrivals).containsExactly(11.0, 122.0, 233.0);
        assertThat(lab.component("jobs").gauges(0)).containsEntry("dead", 1.0).containsEntry("backlog", 0.0);
        assertThat(lab.journal().entries())
                .extracting(JournalEntry::text)
                .containsExactly("jobs: a message is dead: its calls failed 3 times");
    }

    @Test
    void deadMessagesDoNotFillTheJournal() {
        Lab lab = Lab.of("jobs", calling(100, 0), "mail", Stub.after(1, ERROR));
        for (int i = 0; i < 4000; i++) {
            lab.call(i * 100.0, "jobs");
        }
        lab.run();
        assertThat(lab.journal().entries())
                .extracting(JournalEntry::text)
                .containsExactly(
                        "jobs: a message is dead: its calls failed 1 time",
                        "jobs: 601 messages are dead by now",
                        "jobs: 1801 messages are dead by now");
    }

    @Test
    void aMessageThatSucceedsTheSecondTimeIsDone() {
        Stub mail = Stub.after(1, ERROR, OK);
        Lab lab = Lab.of("jobs", calling(1, 3), "mail", mail);
        lab.call(0, "jobs");
        lab.run();
        assertThat(mail.log().arrivals).hasSize(2);
        assertThat(mail.log().keys).as("another attempt draws anew").doesNotHaveDuplicates();
        assertThat(lab.component("jobs").gauges(0)).containsEntry("dead", 0.0);
    }

    @Test
    void aConsumerIsFreeWhileAMessageWaitsToBeTriedAgain() {
        Stub mail = Stub.after(1, ERROR, OK);
        Lab lab = Lab.of("jobs", calling(1, 3), "mail", mail);
        lab.call(0, "jobs");
        lab.call(20, "jobs");
        lab.run();
        assertThat(mail.log().arrivals).containsExactly(11.0, 31.0, 122.0);
    }

    @Test
    void whatIsStoredStaysWhenThereIsRoomForFewer() {
        Lab lab = Lab.of("jobs", QueueSpec.of(1, millis(100)).holding(5));
        List<Answer> stored =
                List.of(lab.call(0, "jobs"), lab.call(0, "jobs"), lab.call(0, "jobs"), lab.call(0, "jobs"));
        lab.act(10, new Action.Assign("jobs", "capacity", Unit.COUNT, 2));
        Answer beyond = lab.call(20, "jobs");
        lab.act(30, new Action.Assign("jobs", "consumers", Unit.COUNT, 3));
        Answer fits = lab.call(40, "jobs");
        lab.run();
        stored.forEach(each -> each.is(OK, 1));
        beyond.is(SHED, 21);
        fits.is(OK, 41);
    }

    @Test
    void moreConsumersWorkOffABacklogAndTheJournalSaysWhenItForms() {
        Lab lab = Lab.of("jobs", QueueSpec.of(1, millis(70_000)));
        for (int i = 0; i < 5; i++) {
            lab.call(i, "jobs");
        }
        lab.act(30_000, new Action.Resize("jobs", "consumers", Multiple.x(4)));
        lab.runUntil(29_000);
        assertThat(lab.component("jobs").gauges(0)).containsEntry("backlog", 4.0);
        lab.run();
        assertThat(lab.journal().entries())
                .extracting(JournalEntry::text)
                .containsExactly(
                        "jobs: all 1 consumers are busy and a queue forms",
                        "jobs.consumers x4",
                        "jobs: its queue is empty again");
        assertThat(lab.journal().entries().get(2).atNanos())
                .as("when the first message is done and the fifth begins")
                .isEqualTo(70_001_000_000L);
    }

    @Test
    void aCallerThatStopsWaitingBeforeItsMessageIsStoredTakesItBack() {
        Stub mail = Stub.after(1, OK);
        QueueSpec slow = calling(1, 3).accepting(millis(100));
        Lab lab = Lab.of("jobs", slow, "mail", mail);
        CallSpec impatient = CallSpec.plain().within(Duration.ofMillis(50));
        Answer takenBack = lab.call(0, "jobs", 0, impatient.cancelling());
        Answer abandoned = lab.call(0, "jobs", 0, impatient);
        lab.run();
        takenBack.is(TIMED_OUT, 50);
        abandoned.is(TIMED_OUT, 50);
        assertThat(lab.tally("jobs").ended(CANCELLED)).isZero();
        assertThat(mail.log().arrivals).as("of the message nobody took back").containsExactly(110.0);
    }

    @Test
    void nobodysDeadlineReachesTheWork() {
        Stub mail = Stub.after(1, OK);
        QueueSpec jobs =
                QueueSpec.of(1, millis(200)).call("mail", CallSpec.plain().passingDeadline());
        Lab lab = Lab.of("jobs", jobs, "mail", mail);
        lab.call(
                0,
                "jobs",
                0,
                CallSpec.plain().within(Duration.ofMillis(50)).passingDeadline().cancelling());
        lab.run();
        assertThat(mail.log().deadlines).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void theDrawsOfAMessageDoNotDependOnHowLongItWaits() {
        assertThat(keysOfTwenty(1)).containsExactlyInAnyOrderElementsOf(keysOfTwenty(20));
    }

    private static List<Long> keysOfTwenty(int consumers) {
        Stub mail = Stub.after(30, OK);
        Lab lab = Lab.of("jobs", calling(consumers, 3), "mail", mail);
        for (int i = 0; i < 20; i++) {
            lab.call(i, "jobs", i);
        }
        lab.run();
        return mail.log().keys;
    }

    @Test
    void aMessageIsOfTheClassOfItsRequest() {
        UsersSpec users = Worlds.onePage("web");
        UsersSpec asking = new UsersSpec(
                users.enters(),
                users.visit().asking(Map.of("order", RequestSpec.of(30), "browse", RequestSpec.of(70))),
                users.patience(),
                users.afterFailure(),
                users.link());
        Scenario scenario = Worlds.open(
                        ServerSpec.of(50, millis(1))
                                .call("jobs", CallSpec.plain())
                                .build(),
                        20,
                        Duration.ofMinutes(5))
                .users("visitors", asking)
                .request("order")
                .request("browse")
                .component(
                        "jobs",
                        QueueSpec.of(50, millis(1))
                                .call("mail", CallSpec.plain().forRequests("order"))
                                .call("log", CallSpec.plain()))
                .component("mail", DatabaseSpec.of(50, millis(1)))
                .component("log", DatabaseSpec.of(50, millis(1)))
                .build();
        RunResult run = Worlds.runOnce(scenario);
        long ordered = run.classes().get("order").requests().offered();
        assertThat(ordered).isBetween(1500L, 2100L);
        assertThat(run.components().get("mail").arrivals()).isBetween(ordered - 3, ordered);
        assertThat(run.components().get("log").arrivals())
                .isBetween(run.requests().offered() - 3, run.requests().offered());
    }
}
