package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * Calls take longer on their way there.
 *
 * @param adds what each takes longer
 * @param calls the share of the calls it strikes
 * @param atEnd what becomes of calls that are on their way when it ends
 */
@Doc("Calls take longer on their way there.")
public record Latency(
        @Doc("What each takes longer.") TimeLaw adds,

        @Doc("The share of the calls it strikes.") @Default("100%")
        Percent calls,

        @Doc(
                "What becomes, when it ends, of calls that are on their way: they come as late as they would have (keep), or at once (release), "
                        + "as from a proxy that lets go of what it holds.")
        @Default("keep")
        AtEnd atEnd)
        implements CallEffect {
    /** What becomes of calls that are on their way when a latency ends. */
    public enum AtEnd {
        /** They come as late as they would have. */
        KEEP,
        /** They come at once, or when they would have come without it. */
        RELEASE
    }

    /** Creates a latency that calls keep which are on their way when it ends. */
    public Latency(TimeLaw adds, Percent calls) {
        this(adds, calls, AtEnd.KEEP);
    }

    /** Returns the same latency for all calls. */
    public static Latency of(Duration adds) {
        return new Latency(new Fixed(adds), Percent.HUNDRED);
    }

    /** Returns this latency, of which calls on their way are released when it ends. */
    public Latency released() {
        return new Latency(adds, calls, AtEnd.RELEASE);
    }

    @Override
    public String text() {
        return CallEffect.struck("latency +" + Spans.text(adds.mean()), calls);
    }
}
