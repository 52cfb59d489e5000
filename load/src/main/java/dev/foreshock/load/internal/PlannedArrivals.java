package dev.foreshock.load.internal;

import dev.foreshock.engine.load.PlannedUser;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import java.util.List;
import java.util.concurrent.TimeUnit;
import scala.collection.AbstractIterator;
import scala.collection.Iterator;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * Users who come when the plan says, on the clock of the conductor. Gatling knows ramps and rates; chains of its steps as long as a plan would be
 * walked anew for every user.
 */
final class PlannedArrivals implements OpenInjectionStep {
    private static final long serialVersionUID = 1;

    private final transient List<PlannedUser> users;
    private final long startNanos;

    PlannedArrivals(List<PlannedUser> users, long startNanos) {
        this.users = users;
        this.startNanos = startNanos;
    }

    @Override
    public long users() {
        return users.size();
    }

    @Override
    public FiniteDuration duration() {
        long last = users.isEmpty() ? 0 : users.get(users.size() - 1).atNanos();
        return Duration.apply(Math.max(0, startNanos + last - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Its times count from when Gatling begins to inject, which is when it first asks for one. */
    @Override
    public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> after) {
        return new AbstractIterator<>() {
            private int next;
            private long injectionNanos;

            @Override
            public boolean hasNext() {
                return next < users.size() || after.hasNext();
            }

            @Override
            public FiniteDuration next() {
                if (next == 0) {
                    injectionNanos = System.nanoTime();
                }
                if (next == users.size()) {
                    return after.next();
                }
                long at = startNanos + users.get(next++).atNanos() - injectionNanos;
                return Duration.apply(Math.max(0, at), TimeUnit.NANOSECONDS);
            }
        };
    }

    @Override
    public int productArity() {
        return 0;
    }

    @Override
    public Object productElement(int n) {
        throw new IndexOutOfBoundsException(n);
    }

    @Override
    public boolean canEqual(Object that) {
        return that instanceof PlannedArrivals;
    }
}
