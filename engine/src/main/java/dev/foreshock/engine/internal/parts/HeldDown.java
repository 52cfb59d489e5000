package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.spi.Strike;
import java.util.HashSet;
import java.util.Set;

/** The faults under way that killed a process and keep it down until they are over. */
final class HeldDown {
    private final Set<Integer> faults = new HashSet<>();

    /** Begins or ends a crash; one that does not end by itself keeps nothing down. */
    void strike(Strike crash) {
        if (!crash.begins()) {
            faults.remove(crash.fault());
        } else if (crash.lasts()) {
            faults.add(crash.fault());
        }
    }

    /** Handles that somebody starts the process all the same. */
    void letGo() {
        faults.clear();
    }

    /** Tells whether any keeps it down. */
    boolean isDown() {
        return !faults.isEmpty();
    }

    /** Tells whether {@code crash} keeps it down, too. */
    boolean isBy(Strike crash) {
        return faults.contains(crash.fault());
    }
}
