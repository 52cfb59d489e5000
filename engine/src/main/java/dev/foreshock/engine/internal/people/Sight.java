package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.live.Seen;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import org.jspecify.annotations.Nullable;

/** What can be seen of one component from outside. */
public interface Sight {
    /** Tells whether it can be seen at all at this time. */
    boolean isThere();

    /** Returns what its callers have seen of it. */
    Seen seen();

    /** Returns the calls in it. */
    int holding();

    /** Returns the share of it that accepts calls. */
    double up();

    /** Tells whether it has workers. */
    boolean hasWorkers();

    /** Returns the busy time of its workers so far, in nanoseconds. */
    double busyNanos(long nowNanos);

    /** Returns the time of all workers that were there so far, in nanoseconds. */
    double workerNanos(long nowNanos);

    /**
     * Returns the sight of a component of the same replication.
     *
     * @param seen returns what its callers have seen of it
     */
    static Sight of(Component component, java.util.function.Supplier<Seen> seen) {
        @Nullable Meter meter = component.meter();
        return new Sight() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public Seen seen() {
                return seen.get();
            }

            @Override
            public int holding() {
                return component.holding();
            }

            @Override
            public double up() {
                return component.up();
            }

            @Override
            public boolean hasWorkers() {
                return meter != null;
            }

            @Override
            public double busyNanos(long nowNanos) {
                return meter == null ? 0 : meter.busyNanos(nowNanos);
            }

            @Override
            public double workerNanos(long nowNanos) {
                return meter == null ? 0 : meter.workerNanos(nowNanos);
            }
        };
    }
}
