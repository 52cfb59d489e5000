package dev.foreshock.faults.inject;

import dev.foreshock.engine.describe.Printable;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.guard.GuardedRun;
import dev.foreshock.faults.guard.RunOverException;
import dev.foreshock.faults.guard.UnfitException;
import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.inject.Outcome.Kind;
import dev.foreshock.faults.internal.evidence.Finding;
import dev.foreshock.faults.internal.evidence.Witness;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Carries out a plan. Used once. */
public final class Injection {
    /** The file in the state directory that stops every run as long as it is there. What it says is told as the reason. */
    public static final String KILL_SWITCH = "stop";

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long RECOVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int MOST_REASON_BYTES = 200;

    private final Plan plan;
    private final Path state;
    private final BooleanSupplier isInterrupted;
    private final Consumer<String> tells;
    private final String mark;

    /** The faults that somebody wants over before their time. */
    private final Set<String> wantedOver = ConcurrentHashMap.newKeySet();

    /** The faults that stand. */
    private final Set<String> standing = new HashSet<>();

    /**
     * Creates an injection.
     *
     * @param plan the plan
     * @param state the directory of journals
     * @param isInterrupted whether a person wants it to stop
     * @param tells is told in a line what happens
     */
    public Injection(Plan plan, Path state, BooleanSupplier isInterrupted, Consumer<String> tells) {
        this(plan, state, isInterrupted, tells, "");
    }

    /**
     * Creates an injection into what is its owner's alone, and ends with it.
     *
     * @param plan the plan
     * @param state the directory of journals
     * @param isInterrupted whether a person wants it to stop
     * @param tells is told in a line what happens
     * @param mark an argument of its guard, by which whoever ends all that is injected into finds that, too
     */
    public Injection(Plan plan, Path state, BooleanSupplier isInterrupted, Consumer<String> tells, String mark) {
        this.mark = mark;
        this.plan = plan;
        this.state = state;
        this.isInterrupted = isInterrupted;
        this.tells = tells;
    }

    /**
     * What is done at a time.
     *
     * @param atNanos when
     * @param isBegin whether a fault begins, or else ends
     * @param fault the fault
     * @param firstStep its first step in the assignment
     */
    private record Event(long atNanos, boolean isBegin, PlannedFault fault, int firstStep) {}

    /**
     * Has a fault end before its time: undone and proven as at its own end, within a moment, or as soon as it stands. Means nothing for one that is
     * over, or that the plan has not. For any thread.
     */
    public void end(String fault) {
        wantedOver.add(fault);
    }

    /** Runs until everything is undone. The first fault begins as soon as the guard stands. */
    public Outcome run() {
        return run(System::nanoTime);
    }

    /**
     * Runs until everything is undone.
     *
     * @param begins asked once the guard stands, returns the {@link System#nanoTime()} at which the first fault begins; it may take its time
     */
    public Outcome run(LongSupplier begins) {
        Optional<String> killed = killed();
        if (killed.isPresent()) {
            return new Outcome(Kind.UNFIT, killed.get(), null);
        }
        Witness witness = new Witness(plan, Reach.network(plan.call(), ServerTokens.in(state)));
        try (Probes probes = new Probes(plan.spec().probes())) {
            Optional<String> unwell = probes.unwell();
            if (unwell.isPresent()) {
                return new Outcome(Kind.UNMET, unwell.get(), null);
            }
            Outcome outcome = guarded(probes, witness, begins);
            return outcome.healed() == null ? outcome : recovered(outcome, outcome.healed(), probes);
        }
    }

    private Optional<String> killed() {
        return killSwitch(state);
    }

    /**
     * Returns why every run is stopped, where the {@link #KILL_SWITCH} is set.
     *
     * @param state the state directory
     */
    public static Optional<String> killSwitch(Path state) {
        Path file = state.resolve(KILL_SWITCH);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String reason = reason(file);
        return Optional.of("the kill switch " + file + " is there" + (reason.isEmpty() ? "" : ": " + reason));
    }

    /** Returns the beginning of what a file says, in one line; nothing of it must keep the switch from working. */
    private static String reason(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_REASON_BYTES), StandardCharsets.UTF_8);
            return Printable.of(text.strip());
        } catch (IOException e) {
            return "";
        }
    }

    private Outcome guarded(Probes probes, Witness witness, LongSupplier begins) {
        try (GuardedRun run = GuardedRun.start(plan.assignment(), state, mark)) {
            tells.accept("run " + plan.run() + " begins, guarded by process "
                    + run.guard().pid());
            probes.watch();
            long start = begins.getAsLong();
            List<String> untouched = new ArrayList<>();
            List<Event> ahead = events();
            while (!ahead.isEmpty()) {
                Optional<Outcome> early = until(start, ahead, run, probes, witness);
                if (early.isPresent()) {
                    return early.get();
                }
                Event event = next(ahead);
                if (event.isBegin()) {
                    begin(event, run, witness);
                } else {
                    end(event, run, witness).ifPresent(untouched::add);
                }
            }
            Ending ending = run.end("all was injected");
            return untouched.isEmpty()
                    ? ended(Kind.DONE, "", ending)
                    : ended(Kind.UNTOUCHED, String.join("; ", untouched), ending);
        } catch (UnfitException e) {
            return new Outcome(Kind.UNFIT, String.valueOf(e.getMessage()), null);
        } catch (RunOverException e) {
            return new Outcome(kindOfLoss(), e.ending().reason(), e.ending().healed());
        }
    }

    /** A Ctrl-C of a terminal reaches the guard as well, which may be the first to end. */
    private Kind kindOfLoss() {
        return isInterrupted.getAsBoolean() ? Kind.INTERRUPTED : Kind.STOPPED;
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        int step = 0;
        for (PlannedFault fault : plan.faults()) {
            events.add(new Event(fault.fromNanos(), true, fault, step));
            events.add(new Event(fault.toNanos(), false, fault, step));
            step += fault.changes().size();
        }
        // What ends goes before what begins at the same time: no more stand at once than the target allows.
        events.sort(Comparator.comparingLong(Event::atNanos).thenComparing(Event::isBegin));
        return events;
    }

    private boolean isWantedOver(Event event) {
        String fault = event.fault().name();
        return !event.isBegin() && standing.contains(fault) && wantedOver.contains(fault);
    }

    /** Takes out what is next: the end of a fault that somebody wants over, or else what comes first. */
    private Event next(List<Event> ahead) {
        Event next = ahead.stream().filter(this::isWantedOver).findFirst().orElse(ahead.get(0));
        ahead.remove(next);
        return next;
    }

    /** Waits for what is next; returns how the run ended if it is not to go on. */
    private Optional<Outcome> until(
            long startNanos, List<Event> ahead, GuardedRun run, Probes probes, Witness witness) {
        long atNanos = startNanos + ahead.get(0).atNanos();
        while (true) {
            if (isInterrupted.getAsBoolean()) {
                return Optional.of(ended(Kind.INTERRUPTED, "interrupted", run.end("interrupted")));
            }
            Optional<String> stop = probes.failure().or(this::killed);
            if (stop.isPresent()) {
                return Optional.of(ended(Kind.STOPPED, stop.get(), run.end(stop.get())));
            }
            witness.glance();
            long left = atNanos - System.nanoTime();
            if (left <= 0 || ahead.stream().anyMatch(this::isWantedOver)) {
                return Optional.empty();
            }
            try {
                Optional<Ending> over = run.over(Math.min(left, GLANCE_NANOS));
                if (over.isPresent()) {
                    return Optional.of(new Outcome(
                            kindOfLoss(), over.get().reason(), over.get().healed()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(ended(Kind.INTERRUPTED, "interrupted", run.end("interrupted")));
            }
        }
    }

    private static Outcome ended(Kind kind, String reason, Ending ending) {
        // The guard may have ended by itself in the same moment: then that is why.
        return (kind == Kind.DONE || kind == Kind.UNTOUCHED) && !ending.isAsked()
                ? new Outcome(Kind.STOPPED, ending.reason(), ending.healed())
                : new Outcome(kind, reason, ending.healed());
    }

    private void begin(Event event, GuardedRun run, Witness witness) throws RunOverException {
        witness.begin(event.fault());
        for (int i = 0; i < event.fault().changes().size(); i++) {
            run.apply(event.firstStep() + i);
        }
        standing.add(event.fault().name());
        tells.accept("begins: " + event.fault().name() + " (" + event.fault().text() + ")");
    }

    /** Ends a fault; returns why it is no evidence of anything, if it touched nothing. */
    private Optional<String> end(Event event, GuardedRun run, Witness witness) throws RunOverException {
        PlannedFault fault = event.fault();
        standing.remove(fault.name());
        // Before it is undone, as what its toxics have counted goes with them.
        Finding finding = witness.end(fault);
        for (int i = fault.changes().size() - 1; i >= 0; i--) {
            run.undo(event.firstStep() + i);
        }
        tells.accept("is over: " + fault.name() + " (" + fault.text() + ")");
        if (finding instanceof Finding.Touched) {
            tells.accept("  touched " + finding.text());
            return Optional.empty();
        }
        String problem = (finding instanceof Finding.Nothing ? "touched nothing: " : "may have touched nothing: ")
                + finding.text();
        tells.accept("  " + problem);
        return Optional.of("fault '" + fault.name() + "' " + problem);
    }

    /** What is its owner's alone ends with it, so nobody waits for it once that is to be. */
    private boolean isOfUse() {
        return mark.isEmpty() || !isInterrupted.getAsBoolean();
    }

    /** A clean state is one in which all is well again, too. */
    private Outcome recovered(Outcome outcome, Healed healed, Probes probes) {
        if (!isOfUse()) {
            return outcome;
        }
        long end = System.nanoTime() + RECOVERY_NANOS;
        Optional<String> unwell = probes.unwell();
        if (unwell.isPresent() && healed.isClean()) {
            tells.accept("everything is undone, but " + unwell.get() + "; waits for up to "
                    + RECOVERY_NANOS / 1_000_000_000 + " s until it is well again");
        }
        while (unwell.isPresent() && isOfUse() && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE_NANOS);
            unwell = probes.unwell();
        }
        if (unwell.isEmpty() || !isOfUse()) {
            return outcome;
        }
        List<Residue> residues = new ArrayList<>(healed.residues());
        residues.add(new Residue(
                unwell.get() + " for " + RECOVERY_NANOS / 1_000_000_000 + " s after everything was undone", ""));
        return new Outcome(
                outcome.kind(),
                outcome.reason(),
                new Healed(healed.run(), healed.undone(), residues, healed.warnings()));
    }
}
