package dev.foreshock.engine.call;

import dev.foreshock.engine.call.CallSpec.OnTimeout;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call whose settings can still be changed: what a call with one other setting is made of. */
final class CallDraft {
    @Nullable
    String to;

    Set<String> after;
    int count;
    boolean together;
    Percent share;
    Set<String> forRequests;

    @Nullable
    Duration timeout;

    RetrySpec retries;

    @Nullable
    HedgeSpec hedge;

    @Nullable
    ThrottleSpec throttle;

    @Nullable
    CircuitBreakerSpec circuitBreaker;

    OnTimeout onTimeout;
    boolean passDeadline;
    boolean optional;
    LinkSpec link;

    CallDraft(CallSpec call) {
        to = call.to();
        after = call.after();
        count = call.count();
        together = call.together();
        share = call.share();
        forRequests = call.forRequests();
        timeout = call.timeout();
        retries = call.retries();
        hedge = call.hedge();
        throttle = call.throttle();
        circuitBreaker = call.circuitBreaker();
        onTimeout = call.onTimeout();
        passDeadline = call.passDeadline();
        optional = call.optional();
        link = call.link();
    }

    CallSpec spec() {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                hedge,
                throttle,
                circuitBreaker,
                onTimeout,
                passDeadline,
                optional,
                link);
    }
}
