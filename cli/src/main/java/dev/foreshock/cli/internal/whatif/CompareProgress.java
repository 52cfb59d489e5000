package dev.foreshock.cli.internal.whatif;

import dev.foreshock.cli.internal.run.Threads;
import dev.foreshock.cli.internal.terminal.Interrupts;
import dev.foreshock.cli.internal.terminal.ProgressLine.Style;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.compare.CompareWatcher;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** Shows how far a comparison is and how long it will still take. Thread-safe. */
final class CompareProgress implements CompareWatcher {
    private static final long REWRITE_NANOS = 200_000_000L;
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final double TOO_EARLY = 0.02;
    private static final int BAR = 24;

    private final PrintStream err;
    private final Style style;
    private final Interrupts interrupts;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private long shownNanos;
    private int shownTenth;
    private boolean isDirty;

    CompareProgress(PrintStream err, Style style, Interrupts interrupts, LongSupplier nanoTime) {
        this.err = err;
        this.style = style;
        this.interrupts = interrupts;
        this.nanoTime = nanoTime;
        startNanos = nanoTime.getAsLong();
        shownNanos = startNanos;
    }

    /** Does {@code work} on threads of its own while progress is shown on the error stream of {@code here}. */
    static <T> T during(
            Surroundings here, Style style, int threads, BiFunction<ExecutorService, CompareWatcher, T> work) {
        CompareProgress progress = new CompareProgress(here.err(), style, here.interrupts(), System::nanoTime);
        try {
            return Threads.with(threads, executor -> work.apply(executor, progress));
        } finally {
            progress.clear();
        }
    }

    @Override
    public synchronized void progress(double done, String doing) {
        long now = nanoTime.getAsLong();
        if (style == Style.REWRITTEN && now - shownNanos >= REWRITE_NANOS) {
            shownNanos = now;
            isDirty = true;
            int filled = (int) (done * BAR);
            err.print("\r\u001b[2K[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text(done, doing, now));
            err.flush();
        } else if (style == Style.ADDED && now - startNanos >= PATIENCE_NANOS && (int) (done * 10) > shownTenth) {
            shownTenth = (int) (done * 10);
            err.println("done " + text(done, doing, now));
        }
    }

    private String text(double done, String doing, long now) {
        double seconds = (now - startNanos) / 1e9;
        String left = done < TOO_EARLY ? "" : String.format(Locale.ROOT, ", %.0f s left", seconds / done * (1 - done));
        return String.format(Locale.ROOT, "%3.0f %%%s  %s", Math.floor(done * 100), left, doing);
    }

    @Override
    public boolean stopWanted() {
        return interrupts.isWanted();
    }

    /** Removes the line, so that what follows starts on a fresh one. */
    synchronized void clear() {
        if (isDirty) {
            err.print("\r\u001b[2K");
            err.flush();
            isDirty = false;
        }
    }
}
