package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.process.ProcessState;
import dev.foreshock.faults.undo.ProcessChange;
import java.util.Optional;

/**
 * A process that got a signal: whether that stands.
 *
 * @param processes the processes of this machine
 * @param change what was done
 */
record StruckProcess(ProcessControl processes, ProcessChange change) implements Watch {
    @Override
    public Finding end() {
        Optional<ProcessState> now = processes.find(change.process().identity());
        String process = change.process().text();
        if (change instanceof ProcessChange.Kill) {
            return now.isEmpty()
                    ? new Finding.Touched(process + ", which is gone")
                    : new Finding.Nothing(
                            process + " was there though it was killed; see what it is, and run it again");
        } else if (now.isEmpty()) {
            return new Finding.Nothing(
                    process + " ended while it was to be paused; see what ended it, and run it again");
        }
        return now.get().stopped()
                ? new Finding.Touched(process + ", which is stopped")
                : new Finding.Nothing(
                        process + " was running before its pause was over; see who let it go on, and run it again");
    }
}
