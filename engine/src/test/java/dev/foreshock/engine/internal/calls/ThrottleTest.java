package dev.foreshock.engine.internal.calls;

import static dev.foreshock.engine.internal.calls.TimeoutTest.millis;
import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.SHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final int CALLS = 1000;

    private static Lab lab(Stub db, CallSpec call) {
        ServerSpec web = ServerSpec.of(CALLS, millis(0)).call("db", call).build();
        Lab lab = Lab.of("web", web, "db", db);
        for (int i = 0; i < CALLS; i++) {
            lab.call(i * 10, "web");
        }
        return lab.run();
    }

    @Test
    void aDependencyThatShedsEverythingGetsAlmostNothing() {
        Stub db = Stub.after(1, SHED);
        Lab lab = lab(db, CallSpec.plain().throttled(ThrottleSpec.of(2)));
        assertThat(db.log().arrivals).as("1 of n + 1: the harmonic series").hasSizeBetween(2, 20);
        assertThat(lab.tally("db").turnedAwayByCallers() + lab.tally("db").arrivals())
                .isEqualTo(CALLS);
        assertThat(lab.tally("web").ended(ERROR)).isEqualTo(CALLS);
    }

    @Test
    void answersGoodOrBadAreNoReasonToThrottle() {
        for (Outcome outcome : new Outcome[] {OK, ERROR}) {
            assertThat(lab(Stub.after(1, outcome), CallSpec.plain().throttled(ThrottleSpec.of(2)))
                            .tally("db")
                            .turnedAwayByCallers())
                    .isZero();
        }
    }

    @Test
    void whatTheCallerTurnsAwayIsTriedAgainAsIfItHadBeenShed() {
        Stub db = Stub.after(1, SHED);
        RetrySpec retries = RetrySpec.of(1);
        Lab lab = lab(db, CallSpec.plain().throttled(ThrottleSpec.of(2)).retrying(retries));
        assertThat(lab.tally("db").turnedAwayByCallers() + lab.tally("db").arrivals())
                .isEqualTo(2 * CALLS);
    }

    @Test
    void aThrottleThatNeverActsChangesNoDraw() {
        Stub db = Stub.after(1, ERROR, OK);
        Stub throttled = Stub.after(1, ERROR, OK);
        lab(db, CallSpec.plain().retrying(RetrySpec.of(2)));
        lab(throttled, CallSpec.plain().retrying(RetrySpec.of(2)).throttled(ThrottleSpec.of(2)));
        assertThat(throttled.log().keys).isEqualTo(db.log().keys);
        assertThat(throttled.log().arrivals).isEqualTo(db.log().arrivals);
    }

    @Test
    void aRetryBreakerSendsNoRetryIntoATotalOutage() {
        Stub db = Stub.after(1, ERROR);
        RetrySpec retries = RetrySpec.of(3).broken(new RetryBreakerSpec(Percent.of(10), Scope.FLEET));
        lab(db, CallSpec.plain().retrying(retries));
        assertThat(db.log().arrivals).hasSize(CALLS);
    }

    @Test
    void aTimeoutIsNoAcceptance() {
        Stub db = Stub.after(1000, OK);
        Lab lab = lab(db, CallSpec.plain().within(Duration.ofMillis(5)).throttled(ThrottleSpec.of(2)));
        assertThat(lab.tally("db").turnedAwayByCallers()).isGreaterThan(CALLS * 9 / 10);
    }
}
