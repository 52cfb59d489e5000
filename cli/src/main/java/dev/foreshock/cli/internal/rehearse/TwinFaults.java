package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.inject.HealedText;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.inject.Injection;
import dev.foreshock.faults.inject.Outcome;
import dev.foreshock.faults.inject.OwnServers;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.Planned;
import dev.foreshock.faults.plan.Planner;
import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Injects the faults of a rehearsal from outside, at their times: by the proxies and the guard that {@code foreshock inject} has. Its
 * clock begins with {@link #start}. Closing it undoes everything.
 */
final class TwinFaults implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Surroundings here;
    private final StateDirectory state;
    private final OwnServers servers;
    private final long firstNanos;
    private final CompletableFuture<Long> begins = new CompletableFuture<>();
    private final CompletableFuture<Void> guarded = new CompletableFuture<>();
    private final CompletableFuture<Outcome> over = new CompletableFuture<>();
    private final @Nullable Injection injection;
    private final @Nullable Thread thread;
    private volatile boolean ended;

    private TwinFaults(
            Surroundings here,
            StateDirectory state,
            OwnServers servers,
            long firstNanos,
            @Nullable Injection injection) {
        this.here = here;
        this.state = state;
        this.servers = servers;
        this.firstNanos = firstNanos;
        this.injection = injection;
        thread = injection == null ? null : new Thread(() -> inject(injection), "foreshock-injection");
    }

    /**
     * Prepares the faults: starts the proxies, plans, and has a guard stand by.
     *
     * @throws TwinException if they cannot be injected
     */
    static TwinFaults begin(
            Surroundings here,
            Scenario scenario,
            TwinTarget targets,
            TwinRoom room,
            StateDirectory state,
            Consumer<String> tells)
            throws IOException {
        TargetSpec spec = targets.spec();
        ServerTokens tokens = ServerTokens.in(state.in(here));
        String mark = TwinOptions.mark(room.directory());
        OwnServers servers = servers(spec, tells, tokens, mark);
        TwinFaults[] made = new TwinFaults[1];
        try {
            if (targets.outside().isEmpty()) {
                return new TwinFaults(here, state, servers, 0, null);
            }
            Scenario injected = targets.injected();
            Planned planned = Planner.plan(injected, "twin", spec, ToxiproxyControl.USUAL_PATIENCE, tokens);
            if (planned instanceof Planned.Refused refused) {
                throw new TwinException(String.join("; ", refused.reasons()), null);
            }
            Plan plan = ((Planned.Possible) planned).plan();
            room.injectedBy(plan.run());
            Path journals = state.in(here);
            Injection injection = new Injection(
                    plan,
                    journals,
                    () -> here.interrupts().isWanted() || (made[0] != null && made[0].ended),
                    tells,
                    mark);
            made[0] = new TwinFaults(here, state, servers, first(injected), injection);
            if (made[0].thread != null) {
                made[0].thread.start();
            }
            return made[0];
        } catch (RuntimeException | IOException e) {
            servers.close();
            throw e;
        }
    }

    /** They are found, with all else of the twin, by whoever ends what a rehearsal left that was killed. */
    private static OwnServers servers(TargetSpec spec, Consumer<String> tells, ServerTokens tokens, String mark)
            throws IOException {
        try {
            return OwnServers.guarded(spec, tells, tokens, mark);
        } catch (IllegalStateException e) {
            throw new TwinException(e.getMessage() == null ? "no server of the proxies started" : e.getMessage(), e);
        }
    }

    private static long first(Scenario scenario) {
        return scenario.faults().values().stream()
                .filter(FaultSpec::enabled)
                .mapToLong(fault -> scenario.clock().nanosAt(fault.at()))
                .min()
                .orElse(0);
    }

    private void inject(Injection injection) {
        try {
            over.complete(injection.run(() -> {
                guarded.complete(null);
                return begins.join();
            }));
        } catch (RuntimeException | Error e) {
            over.completeExceptionally(e);
        }
    }

    /**
     * Returns the {@link System#nanoTime()} of time 0, soon, at which the clock of the faults begins.
     *
     * @param leadNanos how soon
     * @throws TwinException if nothing can be injected
     */
    long start(long leadNanos) throws InterruptedException {
        if (thread != null) {
            try {
                CompletableFuture.anyOf(guarded, over).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the injection ended by a bug", e.getCause());
            } catch (TimeoutException e) {
                throw new TwinException(
                        "a guard of the faults must stand up within " + PATIENCE_SECONDS
                                + " s, but none did; try again when the machine is less busy",
                        e);
            }
            if (over.isDone()) {
                throw new TwinException(over.join().reason(), null);
            }
        }
        long start = System.nanoTime() + leadNanos;
        begins.complete(start + firstNanos);
        return start;
    }

    /** Has a fault end before its time, soon; means nothing for one that is applied by others. For any thread. */
    void end(String fault) {
        if (injection != null) {
            injection.end(fault);
        }
    }

    /** Tells whether somebody or something ended it before its time. */
    boolean isOver() {
        return over.isDone()
                && (over.isCompletedExceptionally()
                        || switch (over.join().kind()) {
                            case DONE, UNTOUCHED -> false;
                            case UNMET, UNFIT, STOPPED, INTERRUPTED -> true;
                        });
    }

    /** Waits until the last fault is undone, and returns what that means for the command: passed where all is well. */
    ExitCode end() throws InterruptedException {
        if (thread == null) {
            return ExitCode.PASSED;
        }
        Outcome outcome;
        try {
            outcome = over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the injection ended by a bug", e.getCause());
        } catch (TimeoutException e) {
            throw new TwinException(
                    "the faults must be undone within " + PATIENCE_SECONDS + " s, but were not; undo them with: "
                            + here.command() + " heal" + state.again(),
                    e);
        }
        if (!outcome.reason().isEmpty()) {
            here.err().println("foreshock: " + outcome.reason());
        }
        if (outcome.healed() != null && outcome.isLeft()) {
            here.err()
                    .print("foreshock: "
                            + HealedText.headline(outcome.healed(), here.command() + " heal" + state.again()) + "\n"
                            + HealedText.left(outcome.healed()));
            return ExitCode.ROLLBACK_INCOMPLETE;
        }
        return switch (outcome.kind()) {
            case DONE -> ExitCode.PASSED;
            case UNTOUCHED, UNMET -> ExitCode.INCONCLUSIVE;
            case UNFIT -> ExitCode.INVALID;
            case STOPPED -> ExitCode.ABORTED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }

    @Override
    public void close() {
        undo();
        servers.close();
    }

    /** Ends them before their time: everything is undone, and {@link #end} says what came of it. */
    void undo() {
        ended = true;
        begins.complete(Long.MAX_VALUE / 2);
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
