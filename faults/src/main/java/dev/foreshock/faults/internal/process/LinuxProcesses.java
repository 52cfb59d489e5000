package dev.foreshock.faults.internal.process;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.faults.process.ProcessIdentity;
import dev.foreshock.faults.process.ProcessState;
import dev.foreshock.faults.process.Signal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Processes by {@code /proc}. */
public final class LinuxProcesses implements ProcessControl {
    /** Those of this machine. */
    public static final LinuxProcesses LOCAL = new LinuxProcesses();

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private LinuxProcesses() {}

    /** Returns whether a process runs; where there is no {@code /proc}, what the system calls alive. */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive()
                && (!ProcStat.isKept() || ProcStat.of(process.pid()).isPresent());
    }

    @Override
    public Optional<ProcessState> named(String pidFile) throws ControlException {
        String text;
        try {
            text = Files.readString(Path.of(pidFile)).strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ControlException.refused("the pid file " + pidFile + " must be readable, but: " + e.getMessage());
        }
        // More than a pid is what PostgreSQL writes; the pid comes first.
        String pid = text.lines().findFirst().orElse("").strip();
        if (!pid.matches("[1-9][0-9]{0,9}")) {
            throw ControlException.refused("the pid file " + pidFile + " must begin with a pid, but does not");
        }
        return ProcStat.of(Long.parseLong(pid)).map(ProcStat::state);
    }

    @Override
    public Optional<ProcessState> find(ProcessIdentity process) {
        return ProcStat.of(process.pid())
                .map(ProcStat::state)
                .filter(state -> state.identity().equals(process));
    }

    @Override
    public void send(Signal signal, ProcessIdentity process) throws ControlException {
        ProcessState now = find(process)
                .orElseThrow(() -> ControlException.refused(
                        "process " + process.pid() + " is not there any more, or its pid is another's by now"));
        if (!now.own() || now.ours()) {
            throw ControlException.refused("process " + process.pid()
                    + " must be of the user of Foreshock and not be Foreshock itself, or what started it");
        }
        if (signal == Signal.KILL) {
            // Also compares when it was started, in the moment of the signal.
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        } else {
            shell("kill -" + signal.name() + " " + process.pid());
        }
        if (!until(EFFECT.toNanos(), () -> hasTakenEffect(signal, process))) {
            throw ControlException.unanswered(
                    signal + " to process " + process.pid() + " had no effect within " + EFFECT.toSeconds() + " s");
        }
    }

    private boolean hasTakenEffect(Signal signal, ProcessIdentity process) {
        Optional<ProcessState> now = find(process);
        return switch (signal) {
            case KILL -> now.isEmpty();
            case STOP -> now.isEmpty() || now.get().stopped();
            case CONT -> now.isEmpty() || !now.get().stopped();
        };
    }

    private static void shell(String command) throws ControlException {
        try {
            // The shell's own kill, as not every system has a command of that name.
            int code = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw ControlException.refused("'" + command + "' ended with " + code);
            }
        } catch (IOException e) {
            throw ControlException.refused("'" + command + "' could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ControlException.unanswered("'" + command + "' was interrupted");
        }
    }

    @Override
    public void start(OwnedProcess process) throws ControlException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", process.start()));
        if (Files.isExecutable(SETSID)) {
            // In a session of its own, so that a Ctrl-C meant for Foreshock is not one for the process.
            command.add(0, SETSID.toString());
        }
        Process started;
        try {
            started = new ProcessBuilder(command)
                    .directory(new File(process.directory()))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw ControlException.refused("'" + process.name() + "' could not be started again: " + e.getMessage());
        }
        boolean isThere = until(process.withinNanos(), () -> hasFailed(started) || isServing(process));
        if (!isThere || !isServing(process)) {
            // No "unanswered": that is tried again, and might start a second one beside a slow first one.
            throw ControlException.refused("'" + process.name() + "' was started again, but "
                    + (hasFailed(started)
                            ? "the command ended with " + started.exitValue()
                            : process.pidFile() + " named no new process within "
                                    + TimeUnit.NANOSECONDS.toMillis(process.withinNanos()) + " ms"));
        }
    }

    private static boolean hasFailed(Process started) {
        return !started.isAlive() && started.exitValue() != 0;
    }

    private boolean isServing(OwnedProcess process) {
        try {
            return serving(process).isPresent();
        } catch (ControlException e) {
            return false; // perhaps it is just being written
        }
    }

    private static boolean until(long nanos, BooleanSupplier what) {
        long end = System.nanoTime() + nanos;
        while (!what.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return true;
    }

    @Override
    public Claim claim(OwnedProcess process) throws ControlException {
        return ClaimFiles.claim(process);
    }

    @Override
    public void forgetEnded() {
        ClaimFiles.removeEnded();
    }
}
