package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Strike;
import java.util.ArrayList;
import java.util.List;

/** What faults leave of the speed of a process: those under way multiply, and one that stops it leaves nothing. */
final class Hindrance {
    /** The beginnings of those under way, the newest last. */
    private final List<Strike> underWay = new ArrayList<>(1);

    private double speed = 1;

    /** Begins or ends an effect on the speed. */
    void strike(Strike strike) {
        if (strike.begins()) {
            underWay.add(strike);
        } else {
            underWay.removeIf(begun -> begun.fault() == strike.fault());
        }
        multiply();
    }

    /** Handles that the process was started anew: a new process is not stopped. */
    void startedAnew() {
        underWay.removeIf(begun -> begun.effect() instanceof Pause);
        multiply();
    }

    /** Handles that another process takes its place, which nothing has struck. */
    void leaveBehind() {
        underWay.clear();
        multiply();
    }

    private void multiply() {
        speed = 1;
        for (Strike begun : underWay) {
            speed *= begun.effect() instanceof Slow slow ? 1 / slow.by().factor() : 0;
        }
    }

    /** Returns the share of the full speed that is left. */
    double speed() {
        return speed;
    }

    /** Returns the entry of the newest fault under way, or {@link Notes#NO_CAUSE}. */
    int cause() {
        return underWay.isEmpty()
                ? Notes.NO_CAUSE
                : underWay.get(underWay.size() - 1).cause();
    }
}
