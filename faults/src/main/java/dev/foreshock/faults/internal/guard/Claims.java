package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.process.ProcessState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a run, kept from other runs.
 *
 * @param claims one per process
 */
record Claims(List<ProcessControl.Claim> claims) implements AutoCloseable {
    /** Claims processes; all of them or none. */
    static Claims of(List<OwnedProcess> processes, ProcessControl control) throws Guard.Unfit {
        Claims claims = new Claims(new ArrayList<>());
        try {
            for (OwnedProcess process : processes) {
                claims.claims.add(control.claim(process));
            }
            return claims;
        } catch (ControlException e) {
            claims.close();
            throw new Guard.Unfit(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses processes that are not what they were when the plan was made. */
    static void requireRunning(List<OwnedProcess> processes, ProcessControl control) throws Guard.Unfit {
        for (OwnedProcess process : processes) {
            Optional<ProcessState> now = control.find(process.identity());
            if (now.isEmpty()) {
                throw new Guard.Unfit(process.text()
                        + " must run as it did when the plan was made, but is gone; make the plan again");
            } else if (now.get().stopped()) {
                throw new Guard.Unfit(process.text() + " must not be stopped before a run, but is");
            }
        }
    }

    @Override
    public void close() {
        claims.forEach(ProcessControl.Claim::close);
    }
}
