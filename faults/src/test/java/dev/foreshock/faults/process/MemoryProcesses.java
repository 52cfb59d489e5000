package dev.foreshock.faults.process;

import dev.foreshock.faults.control.ControlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Processes in memory, by their pid files. */
public final class MemoryProcesses implements ProcessControl {
    private final SortedMap<String, ProcessState> byFile = new TreeMap<>();
    private final List<String> done = new ArrayList<>();
    private Runnable watcher = () -> {};
    private boolean canStart = true;
    private long nextPid = 100;

    /** Lets a process run, and returns it. */
    public OwnedProcess run(String name, String start) {
        String file = "/run/" + name + ".pid";
        byFile.put(file, fresh());
        return new OwnedProcess(
                name, file, start, 1_000_000_000L, byFile.get(file).identity());
    }

    private ProcessState fresh() {
        long pid = nextPid++;
        return new ProcessState(new ProcessIdentity(pid, "t" + pid), false, true, false);
    }

    /** Puts another state in the place of one. */
    public void have(String name, boolean stopped, boolean own, boolean ours) {
        byFile.computeIfPresent(
                "/run/" + name + ".pid", (file, state) -> new ProcessState(state.identity(), stopped, own, ours));
    }

    public void end(String name) {
        byFile.remove("/run/" + name + ".pid");
    }

    public void startNothing() {
        canStart = false;
    }

    public void tell(Runnable newWatcher) {
        watcher = newWatcher;
    }

    /** Returns signals and starts, in order. */
    public List<String> done() {
        return done;
    }

    public SortedMap<String, ProcessState> state() {
        return new TreeMap<>(byFile);
    }

    public void become(SortedMap<String, ProcessState> state) {
        byFile.clear();
        byFile.putAll(state);
    }

    @Override
    public Optional<ProcessState> named(String pidFile) {
        return Optional.ofNullable(byFile.get(pidFile));
    }

    @Override
    public Optional<ProcessState> find(ProcessIdentity process) {
        return byFile.values().stream()
                .filter(state -> state.identity().equals(process))
                .findFirst();
    }

    @Override
    public void send(Signal signal, ProcessIdentity process) throws ControlException {
        if (find(process).isEmpty()) {
            throw ControlException.refused("process " + process.pid() + " is not there any more");
        }
        watcher.run();
        done.add(signal + " " + process.pid());
        byFile.entrySet().removeIf(entry -> signal == Signal.KILL && isOf(process, entry.getValue()));
        byFile.replaceAll((file, state) -> isOf(process, state)
                ? new ProcessState(process, signal == Signal.STOP, state.own(), state.ours())
                : state);
        watcher.run();
    }

    private static boolean isOf(ProcessIdentity process, ProcessState state) {
        return state.identity().equals(process);
    }

    @Override
    public void start(OwnedProcess process) throws ControlException {
        if (!canStart) {
            throw ControlException.refused("'" + process.name() + "' was started again, but the command ended with 1");
        }
        watcher.run();
        done.add("start " + process.name());
        byFile.put(process.pidFile(), fresh());
        watcher.run();
    }

    @Override
    public void forgetEnded() {}

    @Override
    public Claim claim(OwnedProcess process) {
        return () -> {};
    }
}
