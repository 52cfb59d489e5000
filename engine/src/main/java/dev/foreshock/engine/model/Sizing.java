package dev.foreshock.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be said of the size of a component without running it. Everything has a default: no limits, no time. */
public interface Sizing {
    /** No limits, and no time. */
    Sizing ENDLESS = new Sizing() {};

    /** Returns how many calls it works on at a time; infinite if any number. */
    default double slots() {
        return Double.POSITIVE_INFINITY;
    }

    /** Returns how many replicas there are of it. */
    default int replicas() {
        return 1;
    }

    /** Returns the mean time of its own work on a call of no class of requests, its calls left out. */
    default Duration work() {
        return Duration.ZERO;
    }

    /** Returns the mean time of its own work on a call of a class of requests; {@code ""} for those of none. */
    default Duration workFor(String request) {
        return work();
    }

    /** Returns the least share of its calls that lead to its calls. */
    default double passesOn() {
        return 1;
    }

    /** Tells whether it is busy with a call until its own calls are answered, rather than with its own work alone. */
    default boolean holdsOnToCalls() {
        return true;
    }

    /** Tells whether it makes one of its calls, by their shares, rather than all of them. */
    default boolean makesOneOfItsCalls() {
        return false;
    }

    /** Returns the mean time to its answer where that does not wait for its work and calls; null where it does. */
    default @Nullable Duration answersIn() {
        return null;
    }

    /** Returns how often it makes its calls anew, at most, the first time included, on its own account. */
    default double triesOfItsCalls() {
        return 1;
    }

    /** Returns who is admitted; null if everybody. */
    default @Nullable AdmissionSpec admits() {
        return null;
    }

    /** Tells whether it turns away, or gives up, what it cannot serve in time. */
    default boolean sheds() {
        return false;
    }

    /** Returns the setting that would make it shed, as an advice. */
    default String wayToShed() {
        return "";
    }

    /** Returns how many calls can be in it at a time; infinite if any number. */
    default double mostInside() {
        return Double.POSITIVE_INFINITY;
    }

    /** Returns the calls per second up to which its behavior is known; infinite if it is at any rate. */
    default double measuredUpTo() {
        return Double.POSITIVE_INFINITY;
    }
}
