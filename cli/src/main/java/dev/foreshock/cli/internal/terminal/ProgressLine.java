package dev.foreshock.cli.internal.terminal;

import dev.foreshock.engine.Watcher;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is. On a terminal one line is rewritten a few times a second; elsewhere a line is added for each tenth,
 * and only once the run has taken a while. Thread-safe.
 */
public final class ProgressLine implements Watcher {
    /** How progress is shown. */
    public enum Style {
        /** One line, rewritten. */
        REWRITTEN,
        /** A line for each tenth. */
        ADDED,
        /** Not at all. */
        SILENT;

        /** Returns how a command shows progress: silent where asked for, or where its error stream is read with its result. */
        public static Style of(Surroundings here, boolean isQuiet, boolean isJson) {
            if (isQuiet || (isJson && !here.errIsTerminal())) {
                return SILENT;
            }
            return here.errIsTerminal() ? REWRITTEN : ADDED;
        }
    }

    private static final long REWRITE_NANOS = 200_000_000L;
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final int BAR = 24;

    private final PrintStream err;
    private final Style style;
    private final Interrupts interrupts;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private final int extra;
    private volatile AtomicLongArray simulatedNanos;
    private volatile AtomicLongArray ofNanos;
    private long shownNanos;
    private int shownTenth;
    private boolean isDirty;

    /** Creates a line about some replications, as far as is known, and {@code extra} ones beside them. */
    public ProgressLine(
            PrintStream err, Style style, int replications, int extra, Interrupts interrupts, LongSupplier nanoTime) {
        this.extra = extra;
        this.err = err;
        this.style = style;
        this.interrupts = interrupts;
        this.nanoTime = nanoTime;
        startNanos = nanoTime.getAsLong();
        shownNanos = startNanos;
        simulatedNanos = new AtomicLongArray(replications + extra);
        ofNanos = new AtomicLongArray(replications + extra);
    }

    /** Makes room for more, so that the share that is done falls. Nothing runs while plans are made. */
    @Override
    public synchronized void planned(int replications) {
        int all = replications + extra;
        if (all > simulatedNanos.length()) {
            simulatedNanos = longer(simulatedNanos, all);
            ofNanos = longer(ofNanos, all);
            shownTenth = done() * 10 / all;
        }
    }

    private static AtomicLongArray longer(AtomicLongArray array, int length) {
        AtomicLongArray longer = new AtomicLongArray(length);
        for (int i = 0; i < array.length(); i++) {
            longer.set(i, array.get(i));
        }
        return longer;
    }

    @Override
    public void progress(int replication, long simulated, long of) {
        simulatedNanos.set(replication, simulated);
        ofNanos.set(replication, of);
        if (style != Style.SILENT) {
            show(nanoTime.getAsLong(), of);
        }
    }

    @Override
    public boolean stopWanted() {
        return interrupts.isWanted();
    }

    /** Returns a follower of the replication beside the others, which counts as the last whatever its number is. */
    public Watcher extra() {
        int number = simulatedNanos.length() - 1;
        return new Watcher() {
            @Override
            public void progress(int replication, long simulated, long of) {
                ProgressLine.this.progress(number, simulated, of);
            }

            @Override
            public boolean stopWanted() {
                return ProgressLine.this.stopWanted();
            }
        };
    }

    /** Removes the line, so that what follows starts on a fresh one. */
    public synchronized void clear() {
        if (isDirty) {
            err.print("\r\u001b[2K");
            err.flush();
            isDirty = false;
        }
    }

    private synchronized void show(long now, long of) {
        double share = share(of);
        if (style == Style.REWRITTEN && now - shownNanos >= REWRITE_NANOS) {
            shownNanos = now;
            isDirty = true;
            err.print("\r\u001b[2K" + line(share, now, of));
            err.flush();
        } else if (style == Style.ADDED && now - startNanos >= PATIENCE_NANOS && (int) (share * 10) > shownTenth) {
            shownTenth = (int) (share * 10);
            err.println(line(share, now, of));
        }
    }

    private String line(double share, long now, long of) {
        int filled = (int) (share * BAR);
        double speed = share * of * simulatedNanos.length() / Math.max(1, now - startNanos);
        String bar =
                style == Style.REWRITTEN ? "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " : "simulated ";
        return String.format(
                Locale.ROOT,
                "%s%3.0f %%  %d of %d replications  %.0f times real time",
                bar,
                Math.floor(share * 100),
                done(),
                simulatedNanos.length(),
                speed);
    }

    /** Returns the share of all replications' time that is simulated; all are {@code of} long. */
    private double share(long of) {
        double sum = 0;
        for (int i = 0; i < simulatedNanos.length(); i++) {
            sum += simulatedNanos.get(i);
        }
        return of <= 0 ? 0 : Math.min(1, sum / of / simulatedNanos.length());
    }

    private int done() {
        int done = 0;
        for (int i = 0; i < simulatedNanos.length(); i++) {
            if (ofNanos.get(i) > 0 && simulatedNanos.get(i) >= ofNanos.get(i)) {
                done++;
            }
        }
        return done;
    }
}
