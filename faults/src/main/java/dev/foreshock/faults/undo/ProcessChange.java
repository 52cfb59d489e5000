package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.Signal;

/** One thing that is done to a process. */
public sealed interface ProcessChange extends Change {
    /** Where processes are. */
    String HERE = "this machine";

    /** Returns the process. */
    OwnedProcess process();

    /** Returns the signal that does it. */
    Signal signal();

    @Override
    default String place() {
        return HERE;
    }

    @Override
    default void apply(Reach reach) throws ControlException {
        reach.processes().send(signal(), process().identity());
    }

    @Override
    default String call() {
        return signal() + " to " + process().text();
    }

    /**
     * A process that is stopped where it is.
     *
     * @param process the process
     */
    record Pause(OwnedProcess process) implements ProcessChange {
        @Override
        public Signal signal() {
            return Signal.STOP;
        }

        @Override
        public Inverse inverse() {
            return new ProcessInverse.Resume(process);
        }
    }

    /**
     * A process that is killed.
     *
     * @param process the process, which has a command to start it
     */
    record Kill(OwnedProcess process) implements ProcessChange {
        @Override
        public Signal signal() {
            return Signal.KILL;
        }

        @Override
        public Inverse inverse() {
            return new ProcessInverse.Start(process);
        }
    }
}
