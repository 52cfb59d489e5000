package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.Signal;

/** What undoes a change on a process. */
public sealed interface ProcessInverse extends Inverse {
    /** Returns the process. */
    OwnedProcess process();

    @Override
    default String place() {
        return ProcessChange.HERE;
    }

    /**
     * Lets a process go on. One that is gone needs nothing: whether something has taken its place is for the proof of a clean state.
     *
     * @param process the process
     */
    record Resume(OwnedProcess process) implements ProcessInverse {
        @Override
        public void undo(Reach reach) throws ControlException {
            if (reach.processes().find(process.identity()).isPresent()) {
                reach.processes().send(Signal.CONT, process.identity());
            }
        }

        @Override
        public String byHand() {
            return "kill -CONT " + process.identity().pid();
        }
    }

    /**
     * Starts a process again, unless it was never killed, or somebody else has started it meanwhile.
     *
     * @param process the process
     */
    record Start(OwnedProcess process) implements ProcessInverse {
        @Override
        public void undo(Reach reach) throws ControlException {
            if (reach.processes().serving(process).isEmpty()) {
                reach.processes().start(process);
            }
        }

        @Override
        public String byHand() {
            return process.startByHand();
        }
    }
}
