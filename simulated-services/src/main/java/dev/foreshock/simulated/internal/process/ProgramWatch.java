package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.internal.service.Backing;
import dev.foreshock.simulated.internal.wire.Death;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Looks now and then whether what stands behind a component still runs, and writes down, once, what ended by itself: the conductor, who did
 * not start it, finds that in the directory of the twin. It ends with this process.
 */
final class ProgramWatch {
    /** Soon enough to be told within a second, and seldom enough for an engine of containers that has to be asked. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Room room;
    private final String component;
    private final Backing backing;

    private ProgramWatch(Room room, String component, Backing backing) {
        this.room = room;
        this.component = component;
        this.backing = backing;
    }

    /** Begins to look. */
    static void begin(Room room, String component, Backing backing) {
        Thread thread = new Thread(new ProgramWatch(room, component, backing)::watch, "foreshock-programs");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!isOver()) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    private boolean isOver() {
        List<Death> ended = backing.ended();
        if (ended.isEmpty()) {
            return false;
        }
        try {
            room.writeEnded(component, ended);
        } catch (IOException e) {
            String programs = ended.stream().map(Death::program).collect(Collectors.joining(" and "));
            System.err.println("foreshock: " + component + ": " + programs + " ended, which cannot be written down: "
                    + e.getMessage());
        }
        return true;
    }
}
