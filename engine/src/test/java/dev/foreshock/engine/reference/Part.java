package dev.foreshock.engine.reference;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;

/** A component: something that answers requests. */
abstract class Part {
    /** What callers see of it. */
    static final class Tally {
        long arrivals;
        long good;
        long over;
        double feltNanos;

        /** A request is over for its caller, who waited for so long. */
        void over(Outcome outcome, long nanos) {
            over++;
            good += outcome == Outcome.OK ? 1 : 0;
            feltNanos += nanos;
        }
    }

    /** How busy it is: workers, those of them that are busy, and the areas under both since the start. */
    static final class Busyness {
        long workers;
        int busy;
        double workerNanos;
        double busyNanos;
        private long since;

        void set(long workers, int busy, long now) {
            advance(now);
            this.workers = workers;
            this.busy = busy;
        }

        void advance(long now) {
            workerNanos += (double) (now - since) * workers;
            busyNanos += (double) (now - since) * busy;
            since = now;
        }
    }

    final String name;

    /** The name that its draws go by. */
    final String identity;

    final Tally tally = new Tally();
    final Agenda agenda;
    final Exchange exchange;
    final Draw draw;
    final Diary diary;
    final Probe probe;

    Part(String name, Interpreter world) {
        this.name = name;
        identity = world.names.component(name);
        agenda = world.agenda;
        exchange = world.exchange;
        draw = world.draw;
        diary = world.diary;
        probe = world.probe;
    }

    /** Finds the components that it calls, once all are there. */
    void connect(Interpreter world) {}

    abstract void arrive(Request request);

    /** The caller wants the work on a request stopped. */
    void cancelled(Request request) {}

    /** Returns the requests in it. */
    abstract int holding();

    double up() {
        return 1;
    }

    /** Tells whether it is up, and nothing of it moves. */
    boolean stands() {
        return false;
    }

    /** Carries out an action, which the entry {@code cause} explains. */
    void act(Action action, int cause) {}

    /** A fault strikes it. */
    void faultBegins(String fault, ComponentEffect effect, boolean lasts, int cause) {}

    /** A fault that strikes it is over. */
    void faultEnds(String fault, ComponentEffect effect, int cause) {}

    /** Brings its busyness up to date and returns it; null if it has no workers. */
    Busyness busyness() {
        return null;
    }

    final int note(Event event, String text, int cause) {
        return diary.add(event, name, name, text, cause);
    }

    final String stream(String purpose) {
        return identity + " " + purpose;
    }
}
