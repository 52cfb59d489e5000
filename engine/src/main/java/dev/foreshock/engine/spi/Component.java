package dev.foreshock.engine.spi;

import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that answers calls, in one replication. Owned by one thread.
 *
 * <p>Every call that arrives must sooner or later be answered with {@link Calls#respond} or {@link Calls#takeOver}, or still
 * be held when the run ends, and so must work that was taken over be finished: the engine counts both sides and reports a
 * component that loses one.
 */
public interface Component {
    /** Takes a call that reached this component at {@code nowNanos}. */
    void arrive(int call, long nowNanos);

    /** Handles a timer of this component that was set through {@link Timers}; by default none is set. */
    default void on(int op, int arg, long nowNanos) {}

    /**
     * Handles that the caller of {@code call} no longer waits and wants the work stopped. The call must be answered all the
     * same, at once or later. By default the work goes on.
     */
    default void cancelled(int call, long nowNanos) {}

    /**
     * Returns the calls that arrived and were not answered yet, and the work taken over with {@link Calls#takeOver} and not
     * finished yet, counted by the component itself.
     */
    int holding();

    /** Carries out an action that the description said it understands. {@code cause} is the journal entry behind it. */
    default void act(Action action, int cause, long nowNanos) {}

    /** Handles that a fault begins or ends here, with an effect that the description said it suffers. */
    default void strike(Strike strike, long nowNanos) {}

    /** Returns the meter of its workers and queue, or null if it has none. */
    default @Nullable Meter meter() {
        return null;
    }

    /** Returns the share of it that accepts calls. */
    default double up() {
        return 1;
    }

    /** Returns how it answers a shallow health check. */
    default Vital vital() {
        return up() > 0 ? Vital.ANSWERS : Vital.REFUSES;
    }

    /** Tells whether traffic goes where it belongs as far as this component decides about it. */
    default boolean trafficAtHome() {
        return true;
    }

    /** Returns the failures of its primaries so far, and what became of them; none where it has no standby. */
    default List<Failover> failovers() {
        return List.of();
    }

    /**
     * Returns further gauges to chart, by name; read now and then. A component with a meter has {@code waiting} and
     * {@code inFlight} without saying so.
     */
    default Map<String, Double> gauges(long nowNanos) {
        return Map.of();
    }

    /** Returns what {@code outcome} of a dependency means to this component's own caller; errors by default. */
    static Outcome passedOn(Outcome outcome) {
        return outcome == Outcome.OK ? Outcome.OK : Outcome.ERROR;
    }
}
