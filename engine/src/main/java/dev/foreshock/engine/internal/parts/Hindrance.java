package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.spi.Notes;
import java.util.ArrayList;
import java.util.List;

/** What faults leave of the speed of a process: those under way multiply, and one that stops it leaves nothing. */
final class Hindrance {
    private final List<ComponentEffect> underWay = new ArrayList<>(1);
    private double speed = 1;
    private int cause = Notes.NO_CAUSE;

    /** Begins or ends an effect on the speed. */
    void strike(ComponentEffect effect, boolean begins, int entry) {
        if (begins) {
            underWay.add(effect);
            cause = entry;
        } else {
            underWay.remove(effect);
        }
        sum();
    }

    /** Handles that the process was started anew: a new process is not stopped. */
    void startedAnew() {
        underWay.removeIf(Pause.class::isInstance);
        sum();
    }

    private void sum() {
        speed = 1;
        for (ComponentEffect effect : underWay) {
            speed *= effect instanceof Slow slow ? 1 / slow.by().factor() : 0;
        }
    }

    /** Returns the share of the full speed that is left. */
    double speed() {
        return speed;
    }

    /** Returns the entry of the newest fault under way, or {@link Notes#NO_CAUSE}. */
    int cause() {
        return underWay.isEmpty() ? Notes.NO_CAUSE : cause;
    }
}
