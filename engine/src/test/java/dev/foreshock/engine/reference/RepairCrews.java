package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.BreakdownSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The crews that repair the replicas of a server: who broke first is repaired first. */
final class RepairCrews {
    private final List<Health> waiting = new ArrayList<>();
    private int idle;

    RepairCrews(@Nullable BreakdownSpec spec) {
        idle = spec == null || spec.crews() == null ? Integer.MAX_VALUE : spec.crews();
    }

    void send(Health to) {
        waiting.add(to);
        assign();
    }

    /** A crew is done. */
    void free() {
        idle++;
        assign();
    }

    /** Somebody needs no repair any more; a crew may be at work on it. */
    void callOff(Health whom, boolean atWork) {
        waiting.remove(whom);
        if (atWork) {
            free();
        }
    }

    private void assign() {
        while (idle > 0 && !waiting.isEmpty()) {
            idle--;
            waiting.remove(0).crewArrives();
        }
    }
}
