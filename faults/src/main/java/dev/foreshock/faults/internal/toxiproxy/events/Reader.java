package dev.foreshock.faults.internal.toxiproxy.events;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to one who listens. Keeps so many and no more: once that is full, all that comes is lost until everything
 * kept was taken, and then one event says how many those were. Thread-safe; whoever publishes never waits here.
 */
public final class Reader {
    /** How many events are kept. */
    static final int MOST_EVENTS = 1024;
    /** How many characters they may have together, as a name may be long. */
    static final int MOST_CHARACTERS = 512 * 1024;

    /** Makes the event that says how many were lost. */
    interface Loss {
        Event told(long count, long upTo);
    }

    private final Filter filter;
    private final Runnable wakes;
    private final Loss tellsLost;
    private final Queue<Event> kept = new ArrayDeque<>();
    private int characters;
    private long lost;
    private long lastLost;
    private boolean awake = true;

    /**
     * Creates a reader that is awake.
     *
     * @param filter what it wants
     * @param wakes called when it went to sleep, as nothing was left, and now something is there; must not take long
     * @param tellsLost makes the event that says how many were lost
     */
    Reader(Filter filter, Runnable wakes, Loss tellsLost) {
        this.filter = filter;
        this.wakes = wakes;
        this.tellsLost = tellsLost;
    }

    boolean wants(Happening what) {
        return filter.lets(what);
    }

    void offer(Event event) {
        boolean slept;
        synchronized (this) {
            int size = event.json().length();
            if (lost > 0 || kept.size() >= MOST_EVENTS || characters + size > MOST_CHARACTERS) {
                lost++;
                lastLost = event.sequence();
            } else {
                kept.add(event);
                characters += size;
            }
            slept = !awake;
            awake = true;
        }
        if (slept) {
            wakes.run();
        }
    }

    /** Takes the next event; where there is none, it sleeps from now on. */
    public synchronized @Nullable Event poll() {
        Event next = kept.poll();
        if (next != null) {
            characters -= next.json().length();
            return next;
        }
        if (lost > 0) {
            Event marker = tellsLost.told(lost, lastLost);
            lost = 0;
            return marker;
        }
        awake = false;
        return null;
    }
}
