package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.result.Outcome;

/** A request, as the users' part saw it. Times are nanoseconds since the start of the run, or {@link #NEVER}. */
final class Passage {
    static final long NEVER = -1;

    final String users;
    final String request;
    final long key;
    final long sentNanos;

    /** When it left the part: after what the network is modelled to take. */
    long leftNanos = NEVER;

    /** When its answer came back to the part. */
    long cameBackNanos = NEVER;

    /** When it was over for the user. */
    long overNanos = NEVER;

    Outcome outcome = Outcome.RESET;

    Passage(String users, String request, long key, long sentNanos) {
        this.users = users;
        this.request = request;
        this.key = key;
        this.sentNanos = sentNanos;
    }

    /** Returns what it is called by Gatling. */
    String name() {
        return name(users, request);
    }

    static String name(String users, String request) {
        return request.isEmpty() ? users : users + " " + request;
    }

    /** Returns what the network is modelled to take before it. */
    long beforeNanos() {
        return leftNanos - sentNanos;
    }

    /** Returns what the network is modelled to take after it; nothing of one that came back too late, or not at all. */
    long afterNanos() {
        return cameBackNanos == NEVER || overNanos < cameBackNanos ? 0 : overNanos - cameBackNanos;
    }
}
