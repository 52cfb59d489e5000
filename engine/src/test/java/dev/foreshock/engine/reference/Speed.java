package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Slow;
import java.util.LinkedHashMap;
import java.util.Map;

/** What faults leave of the speed of a process. */
final class Speed {
    private record Begun(ComponentEffect effect, int entry) {}

    private final Map<String, Begun> underWay = new LinkedHashMap<>();

    void begins(String fault, ComponentEffect effect, int entry) {
        underWay.put(fault, new Begun(effect, entry));
    }

    void ends(String fault) {
        underWay.remove(fault);
    }

    /** The process is another one: it was not stopped. */
    void anew() {
        underWay.values().removeIf(begun -> begun.effect instanceof Pause);
    }

    /** Another process takes its place, which nothing strikes. */
    void clear() {
        underWay.clear();
    }

    double share() {
        double share = 1;
        for (Begun begun : underWay.values()) {
            share *= begun.effect instanceof Slow slow ? 1 / slow.by().factor() : 0;
        }
        return share;
    }

    /** Returns the entry about the fault under way that began last. */
    int cause() {
        int last = Diary.NO_CAUSE;
        for (Begun begun : underWay.values()) {
            last = begun.entry;
        }
        return last;
    }
}
