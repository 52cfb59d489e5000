package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.unit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Without latency everything happens at one time; an answer must not reach into a component that is still at work. */
class ReentrancyTest {
    private static final LinkSpec ONE_CONNECTION =
            new LinkSpec(new Fixed(Duration.ZERO), 1, Duration.ZERO, Duration.ofSeconds(60));

    @Test
    void aCrashResetsTwoCallsOfOnePlanThatCancelEachOther() {
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call("a", twice())
                .call("b", twice())
                .build();
        ServerSpec backend = ServerSpec.of(10, millis(100)).build();
        Lab lab = Lab.of("web", web, "db", backend);
        Answer answer = lab.call(0, "web");
        lab.act(50, new Action.Restart("db")).run();
        answer.is(ERROR, 50);
    }

    private static CallSpec twice() {
        return CallSpec.plain().to("db").cancelling();
    }

    @Test
    void aCrashBecauseOfOneCallMoreThanFitsEndsAllOfThem() {
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call("db", CallSpec.plain().timesTogether(4).cancelling())
                .build();
        ServerSpec backend = ServerSpec.of(10, millis(100))
                .memory(new MemorySpec(new Bytes(3), new Bytes(1)))
                .build();
        Lab lab = Lab.of("web", web, "db", backend);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 0);
    }

    @Test
    void lateWorkDroppedWhileAnotherCallOfThePlanEnds() {
        CallSpec call = CallSpec.plain().to("db").cancelling();
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call("a", call)
                .call("b", call.within(Duration.ofMillis(60)).passingDeadline())
                .call("c", call)
                .build();
        for (int pool = 1; pool <= 2; pool++) {
            Lab database = Lab.of("web", web, "db", DatabaseSpec.of(pool, millis(50)));
            database.call(0, "web");
            database.call(0, "web");
            database.run();
            Lab server =
                    Lab.of("web", web, "db", ServerSpec.of(pool, millis(50)).build());
            server.call(0, "web");
            server.call(0, "web");
            server.run();
        }
    }

    @Test
    void aTimeoutThatHandsItsConnectionToACallThatFailsAtOnce() {
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call(
                        "db",
                        CallSpec.plain()
                                .timesTogether(2)
                                .within(Duration.ofMillis(20))
                                .over(ONE_CONNECTION))
                .build();
        Lab lab =
                Lab.of("web", web, "db", ServerSpec.of(1, millis(100)).queue(0).build());
        Answer answer = lab.call(0, "web");
        Answer next = lab.call(300, "web");
        lab.run();
        answer.is(ERROR, 20);
        next.is(ERROR, 320);
    }

    @Test
    void anAnswerThatHandsItsConnectionToACallThatFailsAtOnce() {
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call("db", CallSpec.plain().timesTogether(3).over(ONE_CONNECTION))
                .build();
        ServerSpec backend = ServerSpec.of(1, millis(10))
                .admit(new dev.foreshock.engine.model.AdmissionSpec(
                        dev.foreshock.engine.unit.Rate.perSecond(0.01),
                        dev.foreshock.engine.model.AdmissionSpec.By.REQUEST,
                        Duration.ofSeconds(1)))
                .build();
        Lab lab = Lab.of("web", web, "db", backend);
        Answer answer = lab.call(0, "web");
        lab.run();
        answer.is(ERROR, 10);
    }

    @Test
    void anOptionalCallMadeAnewWhileItsServerCrashes() {
        ServerSpec web = ServerSpec.of(10, millis(0))
                .call("db", CallSpec.plain().times(3).dispensable())
                .call("other", CallSpec.plain().to("db").dispensable())
                .build();
        Lab lab = Lab.of("web", web, "db", ServerSpec.of(10, millis(100)).build());
        Answer answer = lab.call(0, "web");
        lab.act(50, new Action.Restart("db")).run();
        answer.is(OK, 50);
    }
}
