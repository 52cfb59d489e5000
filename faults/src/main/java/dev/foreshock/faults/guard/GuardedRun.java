package dev.foreshock.faults.guard;

import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Healing;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.journal.EntryJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A run and its guard, which is a process of its own. Each of the two undoes everything when the other dies or hangs: the guard when it
 * is not renewed for the length of the lease, this one when the guard gives no sign of life for as long. Thread-safe.
 */
public final class GuardedRun implements AutoCloseable {
    private static final int RENEWALS_PER_LEASE = 5;
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Assignment assignment;
    private final Path state;
    private final Process guard;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean isReady;
    private int added;

    private GuardedRun(Assignment assignment, Path state, Process guard) {
        this.assignment = assignment;
        this.state = state;
        this.guard = guard;
        this.orders = guard.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a guard, which keeps other runs off the servers and writes the journal.
     *
     * @param state the directory of journals
     * @throws UnfitException if the run cannot begin; nothing was done
     * @throws RunOverException if it was ended while it began; the little that was done was undone
     */
    public static GuardedRun start(Assignment assignment, Path state) throws UnfitException, RunOverException {
        return start(assignment, state, "");
    }

    /**
     * Starts a guard that others find: whoever ends all that it guards ends it with that.
     *
     * @param state the directory of journals
     * @param mark an argument of its virtual machine; empty for none
     * @throws UnfitException if the run cannot begin; nothing was done
     * @throws RunOverException if it was ended while it began; the little that was done was undone
     */
    public static GuardedRun start(Assignment assignment, Path state, String mark)
            throws UnfitException, RunOverException {
        GuardedRun run = new GuardedRun(assignment, state, GuardProcess.start(state, mark));
        run.daemon("foreshock-answers", run::listen);
        run.send(EntryJson.write(assignment));
        run.daemon("foreshock-lease", run::renew);
        String answer = run.answer(START_NANOS);
        if (answer.startsWith("unfit ")) {
            run.close();
            throw new UnfitException(answer.substring("unfit ".length()));
        }
        run.isReady = true;
        return run;
    }

    private void daemon(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the process that guards the run. */
    public ProcessHandle guard() {
        return guard.toHandle();
    }

    /**
     * Makes a change.
     *
     * @param step its position in the assignment
     * @throws RunOverException if it was not made, or the run ended before
     */
    public synchronized void apply(int step) throws RunOverException {
        send("apply " + step);
        until("applied " + step);
    }

    /**
     * Makes a change that was not planned, where the assignment is open.
     *
     * @return its position, to undo it by
     * @throws RunOverException if it was not made, or the run ended before
     */
    public synchronized int apply(Step step) throws RunOverException {
        int number = assignment.firstAdded() + added++;
        send("add " + number + ' ' + EntryJson.write(step));
        apply(number);
        return number;
    }

    /**
     * Undoes a change, if its time was not over before.
     *
     * @param step its position in the assignment
     * @throws RunOverException if the run ended before
     */
    public synchronized void undo(int step) throws RunOverException {
        send("undo " + step);
        until("undone " + step);
    }

    /**
     * Undoes everything and returns what became of it.
     *
     * @param why why it ends; kept in the journal
     */
    public Ending end(String why) {
        send("end " + why.replace('\n', ' ').replace('\r', ' '));
        Ending end = ending.join();
        close();
        return end;
    }

    /** Waits for the run to end by itself; returns nothing if it did not within {@code nanos}. */
    public Optional<Ending> over(long nanos) throws InterruptedException {
        try {
            return Optional.of(ending.get(nanos, TimeUnit.NANOSECONDS));
        } catch (java.util.concurrent.TimeoutException e) {
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void until(String expected) throws RunOverException {
        String answer = answer(Long.MAX_VALUE);
        while (!answer.equals(expected)) {
            answer = answer(Long.MAX_VALUE);
        }
    }

    /** Returns the next answer. A guard that hangs is found out by its lack of signs of life, and answers no more. */
    private String answer(long nanos) throws RunOverException {
        try {
            String answer = answers.poll(nanos, TimeUnit.NANOSECONDS);
            if (answer == null) {
                guard.destroyForcibly();
            } else if (!answer.isEmpty()) {
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            send("end interrupted");
        }
        answers.add("");
        throw new RunOverException(ending.join());
    }

    private void send(String line) {
        try {
            synchronized (orders) {
                orders.write(line + '\n');
                orders.flush();
            }
        } catch (IOException e) {
            // The guard is gone, which whoever listens to it finds out.
        }
    }

    private void listen() {
        String reason = "the guard died";
        try (BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heardNanos = System.nanoTime();
                if (line.startsWith("over ")) {
                    EntryJson.read(line.substring("over ".length()), Ending.class)
                            .ifPresent(ending::complete);
                } else if (line.startsWith("unfit ")) {
                    answers.add(line);
                    ending.complete(new Ending(line, new Healed(assignment.run(), List.of(), List.of(), List.of())));
                } else if (!line.equals("alive")) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            reason = "the guard could not be heard: " + e.getMessage();
        }
        if (!ending.isDone()) {
            ending.complete(new Ending(reason, healed()));
        }
        answers.add("");
    }

    /** Does what the guard did not live to do. Its journal is free once it is dead. */
    private Healed healed() {
        guard.destroyForcibly().onExit().join();
        String run = assignment.run();
        try {
            Healing healing = Healing.in(state, Duration.ofNanos(assignment.callNanos()));
            if (!healing.unfinished().contains(run)) {
                return new Healed(run, List.of(), List.of(), List.of());
            }
            return healing.heal(run)
                    .orElseGet(() -> left(run, "somebody else has the journal of run " + run + ": they must heal it"));
        } catch (IOException | UncheckedIOException e) {
            return left(run, "the journal of run " + run + " in " + state + " cannot be read: " + e.getMessage());
        }
    }

    private static Healed left(String run, String what) {
        return new Healed(run, List.of(), List.of(new Residue(what, "")), List.of());
    }

    /**
     * Renews the lease, and gives up a guard that is silent for a lease. Where this process itself was stopped meanwhile, the
     * guard may have spoken all the time: what it said is heard before it is judged.
     */
    private void renew() {
        long wokeNanos = System.nanoTime();
        try {
            while (!closed.await(assignment.leaseNanos() / RENEWALS_PER_LEASE, TimeUnit.NANOSECONDS)
                    && !ending.isDone()) {
                send("renew");
                long nowNanos = System.nanoTime();
                boolean wasStopped = nowNanos - wokeNanos > assignment.leaseNanos() / 2;
                wokeNanos = nowNanos;
                // Before it is ready it starts a virtual machine and asks servers: that has a limit of its own.
                if (isReady && !wasStopped && nowNanos - heardNanos > assignment.leaseNanos()) {
                    guard.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the run if it did not end yet. */
    @Override
    public void close() {
        closed.countDown();
        if (!ending.isDone()) {
            send("end closed");
            ending.join();
        }
        try {
            orders.close();
        } catch (IOException e) {
            // it is gone already
        }
    }
}
