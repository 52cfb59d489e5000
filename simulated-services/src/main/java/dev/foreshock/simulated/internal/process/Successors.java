package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.internal.wire.Death;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What took the place of first processes of components: whoever killed those on purpose started it, so it is nobody's child here, and is known
 * by the file in which it says who it is. For one thread.
 */
final class Successors {
    private final Room room;

    /** Those that were found alive: a pid alone may become another's. */
    private final Map<String, ProcessHandle> found = new TreeMap<>();

    Successors(Room room) {
        this.room = room;
    }

    /**
     * Returns how the one of a component ended; nothing where it lives, or there is none yet.
     *
     * @param first the pid of whose place it takes
     */
    Optional<Death> ended(String component, long first) throws IOException {
        Optional<Long> now = room.pid(component).filter(pid -> pid != first);
        if (now.isEmpty()
                || find(component, now.get()).filter(ProcessHandle::isAlive).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Death.of(
                "the process of " + component + " that was started again",
                room.status(component),
                room.said(component)));
    }

    private Optional<ProcessHandle> find(String component, long pid) {
        ProcessHandle before = found.get(component);
        if (before == null || before.pid() != pid) {
            ProcessHandle.of(pid).ifPresent(process -> found.put(component, process));
        }
        return Optional.ofNullable(found.get(component)).filter(process -> process.pid() == pid);
    }
}
