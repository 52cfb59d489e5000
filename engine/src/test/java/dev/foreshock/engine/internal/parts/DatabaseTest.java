package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.SHED;
import static dev.foreshock.engine.result.Outcome.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.unit.Multiple;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    @Test
    void queriesWaitForAConnectionInOrder() {
        Lab lab = Lab.of("db", DatabaseSpec.of(2, millis(10)));
        Answer[] answers = new Answer[5];
        for (int i = 0; i < 5; i++) {
            answers[i] = lab.call(0, "db");
        }
        lab.run();
        for (int i = 0; i < 5; i++) {
            answers[i].is(OK, 10 * (i / 2 + 1));
        }
    }

    @Test
    void aQueryThatWaitsTooLongFails() {
        Lab lab = Lab.of("db", new DatabaseSpec(1, millis(100), Duration.ofMillis(150)));
        Answer first = lab.call(0, "db");
        Answer second = lab.call(0, "db");
        Answer third = lab.call(0, "db");
        Answer fourth = lab.call(60, "db");
        lab.run();
        first.is(OK, 100);
        second.is(OK, 200);
        third.is(SHED, 150);
        fourth.is(OK, 300);
    }

    @Test
    void aCancelledQueryFreesItsConnectionAndOneInTheLineLeavesIt() {
        Lab lab = Lab.of("db", new DatabaseSpec(1, millis(100), Duration.ofSeconds(9)));
        CallSpec cancels = CallSpec.plain().within(Duration.ofMillis(30)).cancelling();
        Answer running = lab.call(0, "db", 0, cancels);
        Answer waiting = lab.call(1, "db", 0, cancels);
        Answer next = lab.call(2, "db");
        lab.run();
        running.is(TIMED_OUT, 30);
        waiting.is(TIMED_OUT, 31);
        next.is(OK, 131);
        assertThat(lab.component("db").meter().busyNanos(1_000_000_000)).isEqualTo(131e6);
    }

    @Test
    void moreConnectionsRunWhoWaitsAndFewerFinishWhatTheyHave() {
        Lab lab = Lab.of("db", DatabaseSpec.of(1, new Fixed(Duration.ofMillis(10))));
        List<Answer> all = List.of(lab.call(0, "db"), lab.call(0, "db"), lab.call(0, "db"), lab.call(0, "db"));
        lab.act(2, new Action.Assign("db", "pool", Unit.COUNT, 3));
        lab.act(3, new Action.Resize("db", "pool", Multiple.x(0.4)));
        lab.run();
        all.get(0).is(OK, 10);
        all.get(1).is(OK, 12);
        all.get(2).is(OK, 12);
        all.get(3).is(OK, 22);
    }
}
