package dev.foreshock.junit.internal.faults;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyCounts;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.guard.GuardedRun;
import dev.foreshock.faults.guard.RunOverException;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.guard.UnfitException;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.inject.Injection;
import dev.foreshock.faults.plan.Planner;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults of one test. The first begins a guarded run, which the end of the test ends. Thread-safe. */
public final class TestFaults {
    /** How long the guard waits for a sign of life of this process, which may stand still while memory is swept. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Site site;
    private final String test;
    private final BiConsumer<String, String> tells;
    private final LongSupplier nanos;
    private final String name = Planner.runName();
    private final List<Standing> standing = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable GuardedRun run;
    private int toxics;
    private boolean isOver;

    /**
     * Creates the faults of a test that has none yet.
     *
     * @param test the name of the test, for the journal
     * @param tells is told what is injected, by what it is
     * @param nanos the clock that faults are timed by
     */
    public TestFaults(Site site, String test, BiConsumer<String, String> tells, LongSupplier nanos) {
        this.site = site;
        this.test = test;
        this.tells = tells;
        this.nanos = nanos;
    }

    /**
     * A fault that was injected.
     *
     * @param text what it is
     * @param proxy the proxy
     * @param changes what it did
     * @param steps the numbers of its changes in the run
     * @param begunNanos when it began
     */
    private record Standing(String text, String proxy, List<Change> changes, List<Integer> steps, long begunNanos) {}

    /**
     * Injects a fault.
     *
     * @param text what it is
     * @param proxy the proxy, which is one of the site's
     * @param changes makes the changes, given the server and how toxics are named
     * @return what ends it, which may be done again
     * @throws IllegalStateException where it could not be injected; nothing of it stands, or the end of the test undoes it
     */
    public synchronized Runnable inject(String text, String proxy, Function<Supplier<String>, List<Change>> changes) {
        site.require(proxy);
        if (isOver) {
            throw new IllegalStateException("a fault must be injected while its test runs, but that is over");
        }
        List<Change> wanted = changes.apply(() -> Change.toxicName(name, toxics++));
        for (Change change : wanted) {
            if (change instanceof Change.Disable
                    && standing.stream().anyMatch(other -> other.changes().contains(change))) {
                throw new IllegalStateException(
                        "proxy '" + proxy + "' is off already: the first of two such faults to end would turn it on");
            }
        }
        try {
            GuardedRun guarded = begun();
            List<Integer> steps = new ArrayList<>();
            Standing fault = new Standing(text, proxy, wanted, steps, nanos.getAsLong());
            standing.add(fault);
            for (Change change : wanted) {
                steps.add(
                        guarded.apply(new Step(change, site.settings().longest().toNanos())));
            }
            tells.accept("fault", text);
            return () -> undo(fault);
        } catch (UnfitException | ControlException e) {
            throw new IllegalStateException("nothing was injected: " + e.getMessage(), e);
        } catch (RunOverException e) {
            throw new IllegalStateException(text + " could not be injected: " + e.getMessage(), e);
        }
    }

    private GuardedRun begun() throws UnfitException, RunOverException, ControlException {
        if (run != null) {
            return run;
        }
        if (Files.exists(site.state().resolve(Injection.KILL_SWITCH))) {
            throw new IllegalStateException("nothing was injected: the kill switch "
                    + site.state().resolve(Injection.KILL_SWITCH) + " is there");
        }
        String server = site.control().address();
        Assignment assignment = new Assignment(
                        name,
                        test,
                        "",
                        List.of(new Before(server, site.proxies())),
                        List.of(),
                        List.of(),
                        site.control().keepsLeases() ? List.of(server) : List.of(),
                        LEASE.toNanos(),
                        Site.PATIENCE.toNanos(),
                        LeaseTerms.ALL)
                .open();
        run = GuardedRun.start(assignment, site.state());
        return run;
    }

    private synchronized void undo(Standing fault) {
        if (run == null || isOver || !standing.remove(fault)) {
            return;
        }
        expired(fault);
        untouched(fault);
        try {
            for (int i = fault.steps().size() - 1; i >= 0; i--) {
                run.undo(fault.steps().get(i));
            }
        } catch (RunOverException e) {
            throw new IllegalStateException(
                    fault.text() + " was over before it was ended: "
                            + e.ending().reason(),
                    e);
        }
    }

    /** Before a fault is undone, as what its toxics have counted goes with them. */
    private void untouched(Standing fault) {
        List<String> toxics = fault.changes().stream()
                .flatMap(change -> change instanceof Change.AddToxic added
                        ? Stream.of(added.toxic().name())
                        : Stream.<String>of())
                .toList();
        if (site.settings().mayTouchNothing() || toxics.isEmpty()) {
            return;
        }
        try {
            Map<String, ProxyCounts.Struck> struck = site.control()
                    .counts(fault.proxy())
                    .map(ProxyCounts::toxics)
                    .orElse(Map.of());
            // Where the server does not count, or the toxic is gone, nobody can say.
            List<ProxyCounts.Struck> known =
                    toxics.stream().map(struck::get).filter(Objects::nonNull).toList();
            if (!known.isEmpty() && known.stream().allMatch(one -> one.bytes() == 0)) {
                problems.add(fault.text() + " touched nothing, so the test says nothing about it: does the service go"
                        + " through address(\"" + fault.proxy() + "\")? If that is meant, say mayTouchNothing()");
            }
        } catch (ControlException e) {
            problems.add("what " + fault.text() + " touched cannot be told: " + e.getMessage());
        }
    }

    /** What was seen after a fault was over, says nothing about a system with it. */
    private void expired(Standing fault) {
        Duration stood = Duration.ofNanos(nanos.getAsLong() - fault.begunNanos());
        Duration longest = site.settings().longest();
        if (stood.compareTo(longest) >= 0) {
            problems.add(fault.text() + " ended by itself after " + longest.toMillis()
                    + " ms, before the test did; give it more time with longest(…)");
        }
    }

    /** Tells whether they are those of a test. */
    public boolean areOf(String other) {
        return test.equals(other);
    }

    /** Undoes everything and returns what is wrong; empty if all is as it was before the test. */
    public synchronized List<String> end() {
        isOver = true;
        standing.forEach(this::expired);
        standing.forEach(this::untouched);
        standing.clear();
        if (run != null) {
            Ending ending = run.end("the test is over");
            if (!ending.isAsked()) {
                problems.add("the faults ended before the test did: " + ending.reason());
            }
            for (Residue residue : ending.healed().residues()) {
                problems.add("not undone: " + residue.what()
                        + (residue.byHand().isEmpty() ? "" : "; repair it by hand: " + residue.byHand()));
            }
            if (!ending.healed().isClean()) {
                site.unclean(name);
                if (!site.healing().isEmpty()) {
                    problems.add("try again with: " + site.healing());
                }
            }
        }
        site.broken().forEach(what -> problems.add("left broken: " + what));
        return List.copyOf(problems);
    }
}
