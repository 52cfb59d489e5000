package dev.foreshock.faults.process;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.internal.process.LinuxProcesses;
import java.time.Duration;
import java.util.Optional;

/** The processes of this machine. Thread-safe. */
public interface ProcessControl {
    /** How long a signal may take until it has had its effect. */
    Duration EFFECT = Duration.ofSeconds(5);

    /** Returns that of this machine. It sees processes where there is a {@code /proc} as on Linux, and none elsewhere. */
    static ProcessControl local() {
        return LinuxProcesses.LOCAL;
    }

    /**
     * Returns the process whose pid a file holds; nothing where there is no such file, or no such process that runs.
     *
     * @throws ControlException if the file cannot be understood
     */
    Optional<ProcessState> named(String pidFile) throws ControlException;

    /** Returns whether a process runs. A zombie, which has ended and which its parent has not waited for, does not. */
    static boolean runs(ProcessHandle process) {
        return LinuxProcesses.runs(process);
    }

    /** Returns a process if it still runs. */
    Optional<ProcessState> find(ProcessIdentity process);

    /**
     * Sends a signal to a process, and to no other that has its pid, and returns when it has taken effect.
     *
     * @throws ControlException if the process is not there, or the signal may not have taken effect
     */
    void send(Signal signal, ProcessIdentity process) throws ControlException;

    /**
     * Starts a process, and returns when its pid file names one that runs and is not the one of before.
     *
     * @throws ControlException if it does not within the time that the process has for that
     */
    void start(OwnedProcess process) throws ControlException;

    /**
     * Keeps other runs away from a process until the claim is closed, or this process ends.
     *
     * @throws ControlException if another run has it
     */
    Claim claim(OwnedProcess process) throws ControlException;

    /** Removes what claims of processes left that have ended: of a process that still runs the file of its claim stays. */
    void forgetEnded();

    /**
     * Returns the process that is now what {@code process} was: itself, or the one whose pid its file names since. An old pid of
     * which somebody else's process came into possession is none.
     *
     * @throws ControlException if the file cannot be understood
     */
    default Optional<ProcessState> serving(OwnedProcess process) throws ControlException {
        Optional<ProcessState> itself = find(process.identity());
        return itself.isPresent()
                ? itself
                : named(process.pidFile())
                        .filter(state ->
                                state.identity().pid() != process.identity().pid());
    }

    /** A process that is kept from other runs. */
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }
}
