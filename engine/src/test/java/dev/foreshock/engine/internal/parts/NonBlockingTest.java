package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.RESET;
import static dev.foreshock.engine.result.Outcome.SHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers whose workers turn to other requests while their calls are answered. */
class NonBlockingTest {
    private static final ServerSpec DB = ServerSpec.of(9, millis(100)).build();

    private static ServerSpec.Builder web() {
        return ServerSpec.of(1, millis(10)).call("db", CallSpec.plain());
    }

    private static Lab lab(ServerSpec web, FaultSpec... faults) {
        return Lab.struck(Map.of("web", web, "db", DB), faults);
    }

    private static FaultSpec at(long at, long lasts, ComponentEffect does) {
        return FaultSpec.of(Moment.after(Duration.ofMillis(at)), Duration.ofMillis(lasts), "web", does);
    }

    @Test
    void whoeverWaitsBeginsAsSoonAsTheOneBeforeItCalls() {
        Lab blocking = lab(web().build());
        Answer first = blocking.call(0, "web");
        Answer second = blocking.call(0, "web");
        blocking.run();
        first.is(OK, 110);
        second.is(OK, 220);

        Lab free = lab(web().nonBlocking().build());
        first = free.call(0, "web");
        second = free.call(0, "web");
        free.run();
        first.is(OK, 110);
        second.is(OK, 120);
        assertThat(free.component("web").meter().busyNanos(free.now()))
                .as("work alone keeps it busy")
                .isEqualTo(20e6);
    }

    @Test
    void whoIsAwayNeitherWaitsNorFillsTheQueue() {
        Lab lab = lab(web().nonBlocking().queue(1).build());
        Answer away = lab.call(0, "web");
        Answer works = lab.call(15, "web");
        Answer waits = lab.call(16, "web");
        Answer shed = lab.call(17, "web");
        int[] holding = new int[1];
        lab.at(18, () -> holding[0] = lab.component("web").holding());
        lab.run();
        away.is(OK, 110);
        works.is(OK, 125);
        waits.is(OK, 135);
        shed.is(SHED, 17);
        assertThat(holding[0]).as("away, at work, and waiting").isEqualTo(3);
    }

    @Test
    void aCrashResetsWhoIsAwayToo() {
        Lab lab = lab(web().nonBlocking().build(), at(50, 20, Crash.ALL));
        Answer away = lab.call(0, "web");
        Answer works = lab.call(45, "web");
        lab.run();
        away.is(RESET, 50);
        works.is(RESET, 50);
        assertThat(lab.component("web").holding()).isZero();
    }

    @Test
    void aPausedProcessPassesOnWhatOthersAnswered() {
        Lab lab = lab(web().nonBlocking().build(), at(20, 200, Pause.ALL));
        Answer away = lab.call(0, "web");
        Answer works = lab.call(15, "web");
        lab.run();
        away.is(OK, 110);
        works.is(OK, 325);
    }

    @Test
    void whoCancelsWhileItIsAwayLeavesNothing() {
        CallSpec impatient = CallSpec.plain().within(Duration.ofMillis(50)).cancelling();
        Lab lab = lab(web().nonBlocking().build());
        lab.call(0, "web", 0, impatient);
        lab.run();
        assertThat(lab.component("web").holding()).isZero();
    }
}
