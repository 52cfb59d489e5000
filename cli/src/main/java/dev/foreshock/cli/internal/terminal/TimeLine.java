package dev.foreshock.cli.internal.terminal;

import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Locale;

/** Shows how far something is that goes as fast as time does, and what is said meanwhile. Thread-safe, as its faults tell of themselves. */
public final class TimeLine {
    private static final int BAR = 24;
    private static final long REWRITE_NANOS = 200_000_000L;

    private final Surroundings here;
    private final ProgressLine.Style style;
    private final String word;
    private final Duration length;
    private final boolean quiet;
    private long shownNanos = Long.MIN_VALUE;
    private int shownTenth;

    /**
     * Creates one.
     *
     * @param quiet whether to show nothing
     * @param word what is done to the time that has passed: {@code rehearsed}
     * @param length how long it takes
     */
    public TimeLine(Surroundings here, boolean quiet, String word, Duration length) {
        this.here = here;
        this.word = word;
        this.length = length;
        this.quiet = quiet;
        style = ProgressLine.Style.of(here, quiet, false);
    }

    /** Shows how much time has passed, in nanoseconds. */
    public synchronized void show(long nanos) {
        double share = Math.min(1, (double) nanos / length.toNanos());
        if (style == ProgressLine.Style.REWRITTEN && nanos >= shownNanos + REWRITE_NANOS) {
            shownNanos = nanos;
            int filled = (int) (share * BAR);
            here.err()
                    .print("\r\u001b[2K[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text(share, nanos));
            here.err().flush();
        } else if (style == ProgressLine.Style.ADDED && (int) (share * 10) > shownTenth) {
            shownTenth = (int) (share * 10);
            here.err().println(word + " " + text(share, nanos));
        }
    }

    private String text(double share, long nanos) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s of %s",
                Math.floor(share * 100),
                Spans.text(Duration.ofSeconds(nanos / 1_000_000_000)),
                Spans.text(length));
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
