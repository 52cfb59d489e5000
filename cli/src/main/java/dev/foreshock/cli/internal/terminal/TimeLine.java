package dev.foreshock.cli.internal.terminal;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a rehearsal is, which goes as fast as time does, and what is said meanwhile. Thread-safe, as its faults tell of themselves. */
public final class TimeLine {
    private static final int BAR = 24;
    private static final long REWRITE_NANOS = 200_000_000L;

    private final Surroundings here;
    private final ProgressLine.Style style;
    private final Clock clock;
    private final boolean quiet;
    private long shownNanos = Long.MIN_VALUE;
    private int shownTenth;

    public TimeLine(Surroundings here, boolean quiet, Clock clock) {
        this.here = here;
        this.clock = clock;
        this.quiet = quiet;
        style = ProgressLine.Style.of(here, quiet, false);
    }

    /** Shows the time of the scenario, in nanoseconds since its start. */
    public synchronized void show(long nanos) {
        double share = Math.min(1, (double) nanos / clock.lengthNanos());
        if (style == ProgressLine.Style.REWRITTEN && nanos >= shownNanos + REWRITE_NANOS) {
            shownNanos = nanos;
            int filled = (int) (share * BAR);
            here.err()
                    .print("\r\u001b[2K[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text(share, nanos));
            here.err().flush();
        } else if (style == ProgressLine.Style.ADDED && (int) (share * 10) > shownTenth) {
            shownTenth = (int) (share * 10);
            here.err().println("rehearsed " + text(share, nanos));
        }
    }

    private String text(double share, long nanos) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s of %s",
                Math.floor(share * 100),
                Spans.text(Duration.ofSeconds(nanos / 1_000_000_000)),
                Spans.text(clock.length()));
    }

    /** Says something, on a line of its own. */
    public synchronized void say(String text) {
        if (!quiet) {
            clear();
            here.err().println(text);
            here.err().flush();
        }
    }

    /** Removes the line. */
    public synchronized void clear() {
        if (style == ProgressLine.Style.REWRITTEN) {
            here.err().print("\r\u001b[2K");
            here.err().flush();
        }
    }
}
