package dev.foreshock.engine.reference;

import java.util.Comparator;
import java.util.TreeSet;

/** What is to happen when: by time, and what is for one time in the order in which it was written down. */
final class Agenda {
    private final TreeSet<Entry> entries = new TreeSet<>(
            Comparator.<Entry>comparingLong(entry -> entry.time).thenComparingLong(entry -> entry.number));
    private long written;
    private long now;

    /** Something that is to happen. */
    final class Entry {
        private final long time;
        private final long number = written++;
        private final Runnable what;

        private Entry(long time, Runnable what) {
            this.time = time;
            this.what = what;
        }

        /** Writes it down anew, so much earlier than it is for, but not before now; if it is still on the agenda. */
        Entry earlier(long nanos) {
            return entries.remove(this) ? at(Math.max(now, time - nanos), what) : this;
        }

        /** Takes it off the agenda, if it is still on it. */
        void cancel() {
            entries.remove(this);
        }
    }

    long now() {
        return now;
    }

    /** Writes down that {@code what} happens at {@code time}. */
    Entry at(long time, Runnable what) {
        Entry entry = new Entry(time, what);
        entries.add(entry);
        return entry;
    }

    /** Writes down that {@code what} happens after {@code delay}. */
    Entry after(long delay, Runnable what) {
        return at(now + delay, what);
    }

    /** Lets everything happen up to a time, which it is then. */
    void runUntil(long time) {
        while (!entries.isEmpty() && entries.first().time <= time) {
            Entry next = entries.pollFirst();
            now = next.time;
            next.what.run();
        }
        now = time;
    }
}
