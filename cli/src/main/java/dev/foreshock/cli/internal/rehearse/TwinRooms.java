package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What rehearsals leave when they are killed.
 *
 * @param here where the command runs
 * @param state where it is left
 */
public record TwinRooms(Surroundings here, Path state) {
    private static final long LOOK_NANOS = 200_000_000;
    private static final int MOST_LOOKS = 450;

    /** Ends it. */
    public ExitCode down() {
        ExitCode code = ExitCode.PASSED;
        try {
            List<TwinRoom> rooms = TwinRoom.all(state);
            for (TwinRoom room : rooms) {
                code = code.or(down(room));
            }
            if (TwinRoom.all(state).isEmpty()) {
                ServerTokens.in(state).removeAll();
                Healing.in(state, ToxiproxyControl.USUAL_PATIENCE).forgetFinished();
            }
            if (rooms.isEmpty()) {
                here.out().println("nothing to end: no rehearsal in " + state + " was killed");
            }
        } catch (IOException e) {
            here.err().println("foreshock: " + state + " cannot be read: " + DiskWords.of(e));
            code = ExitCode.ROLLBACK_INCOMPLETE;
        }
        here.out().flush();
        return code;
    }

    private ExitCode down(TwinRoom room) throws IOException {
        Optional<ProcessHandle> conductor = room.conductor();
        if (conductor.isPresent()) {
            here.out()
                    .println("left alone: a rehearsal is under way, conducted by process "
                            + conductor.get().pid() + "; stop it with Ctrl-C where it runs");
            return ExitCode.PASSED;
        }
        List<ProcessHandle> processes = room.processes();
        List<ProcessHandle> left = Departures.survivorsOfKill(processes);
        if (!left.isEmpty()) {
            String pids =
                    left.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(", "));
            here.err().println("foreshock: processes of " + room.directory() + " do not end: " + pids);
            return ExitCode.ROLLBACK_INCOMPLETE;
        }
        Optional<String> run = room.run();
        if (run.isPresent() && !isFinished(run.get())) {
            here.err()
                    .println("foreshock: run " + run.get() + " is still being undone by its guard; try again with: "
                            + here.command() + " rehearse --down");
            return ExitCode.ROLLBACK_INCOMPLETE;
        }
        // A guard that undid a crash meanwhile has started one more.
        room.processes().forEach(ProcessHandle::destroyForcibly);
        try {
            if (room.hasContainers()) {
                Containers.remove(room.directory());
            }
        } catch (IOException e) {
            here.err()
                    .println("foreshock: " + e.getMessage() + "; then try again with: " + here.command()
                            + " rehearse --down");
            return ExitCode.ROLLBACK_INCOMPLETE;
        }
        room.close();
        here.out().println("ended: " + processes.size() + " processes of " + room.directory());
        return ExitCode.PASSED;
    }

    /**
     * Finishes what was injected into a twin that ended because something of it did by itself: the proof of a clean state looks for that in
     * vain.
     */
    void settle(TwinRoom room) throws IOException {
        Optional<String> run = room.run();
        if (run.isPresent() && !isFinished(run.get())) {
            here.err()
                    .println("foreshock: run " + run.get() + " is still being undone by its guard; look after it with: "
                            + here.command() + " heal");
        }
    }

    /** Its proxies and processes were those of the twin, which has ended with all of them: nothing of it is left to be undone. */
    private boolean isFinished(String run) throws IOException {
        Healing healing = Healing.in(state, ToxiproxyControl.USUAL_PATIENCE);
        for (int look = 0; look < MOST_LOOKS && !here.interrupts().isWanted(); look++) {
            if (!healing.unfinished().contains(run)
                    || healing.accept(run, "the twin that it was injected into has ended")) {
                return true;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return false;
    }
}
