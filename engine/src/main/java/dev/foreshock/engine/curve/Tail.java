package dev.foreshock.engine.curve;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a curve after it was held: it ends, or it halves again and again. */
final class Tail implements Profile {
    private final Profile body;
    private final long untilNanos;
    private final double halfLifeNanos;

    private Tail(Profile body, long untilNanos, double halfLifeNanos) {
        this.body = body;
        this.untilNanos = untilNanos;
        this.halfLifeNanos = halfLifeNanos;
    }

    /** Returns {@code body}, from {@code until} on decaying from the value it then has; at once without a half-life. */
    static Profile of(Profile body, Clock clock, @Nullable Moment until, @Nullable Duration halfLife) {
        if (until == null) {
            return body;
        }
        return new Tail(body, clock.nanosAt(until), halfLife == null ? 0 : halfLife.toNanos());
    }

    @Override
    public double perSecondAt(long nanos) {
        if (nanos < untilNanos) {
            return body.perSecondAt(nanos);
        }
        if (halfLifeNanos == 0) {
            return 0;
        }
        return body.perSecondAt(untilNanos) * StrictMath.pow(0.5, (nanos - untilNanos) / halfLifeNanos);
    }

    @Override
    public long[] breaksNanos() {
        long[] inner = body.breaksNanos();
        long[] all = java.util.Arrays.copyOf(inner, inner.length + 1);
        all[inner.length] = untilNanos;
        return all;
    }
}
