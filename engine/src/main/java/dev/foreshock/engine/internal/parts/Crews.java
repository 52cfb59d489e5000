package dev.foreshock.engine.internal.parts;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The crews that repair the replicas of a server, those first that broke first. */
final class Crews {
    private final Queue<Breakage> waiting = new ArrayDeque<>();
    private int free;

    /** Creates {@code count} crews, or one for every replica if null. */
    Crews(@Nullable Integer count) {
        free = count == null ? Integer.MAX_VALUE : count;
    }

    /** Sends a crew, at once or as soon as one is free. */
    void send(Breakage to, long now) {
        if (free > 0) {
            free--;
            to.crewArrives(now);
        } else {
            waiting.add(to);
        }
    }

    /** Takes back a crew. */
    void free(long now) {
        Breakage next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.crewArrives(now);
        }
    }

    /** Sends no crew after all. */
    void callOff(Breakage to) {
        waiting.remove(to);
    }
}
