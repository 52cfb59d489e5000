package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.Ending;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.heal.Book;
import dev.foreshock.faults.internal.heal.Healer;
import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.internal.journal.Journal;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One run: makes the changes it is asked for, and undoes them when it is asked to, when their time is over, or when nobody asks. */
final class Guard {
    private final Assignment assignment;
    private final Path state;
    private final Reach reach;
    private final Healer healer;
    private final LongSupplier nanos;
    private final Order.Source orders;
    private final Keeper keeper;
    private final Consumer<String> says;
    private final String lease;

    /** When each change that stands must be undone, on the clock. */
    private final Map<Integer, Long> deadlines = new TreeMap<>();

    private final Set<Integer> asked = new HashSet<>();

    /** What may be made, by number. */
    private final Map<Integer, Step> steps = new TreeMap<>();

    Guard(
            Assignment assignment,
            Path state,
            Reach reach,
            Healer healer,
            LongSupplier nanos,
            Order.Source orders,
            Keeper keeper,
            Consumer<String> says) {
        this.assignment = assignment;
        this.state = state;
        this.reach = reach;
        this.healer = healer;
        this.nanos = nanos;
        this.orders = orders;
        this.keeper = keeper;
        this.says = says;
        this.lease = Change.leaseName(assignment.run());
        assignment.steps().forEach(step -> steps.put(steps.size(), step));
    }

    /**
     * Runs until everything is undone.
     *
     * @throws Unfit if the servers are not as they must be; nothing was done
     * @throws IOException if there can be no journal; nothing was done
     */
    Ending run() throws Unfit, IOException {
        requireAsBefore();
        Entry.Begun begun =
                new Entry.Begun(assignment.run(), assignment.target(), assignment.plan(), assignment.before());
        Claims claims = Claims.of(assignment.processes(), reach.processes());
        try {
            return guarded(begun);
        } finally {
            // Only now: what is not mended yet is no other run's to strike.
            claims.close();
        }
    }

    private Ending guarded(Entry.Begun begun) throws IOException {
        try (Book book = Book.begun(Journal.create(state, begun), begun)) {
            String reason = "";
            String asked = "";
            try {
                fence(book);
                requireAsBefore();
                says.accept("ready");
                asked = serve(book);
            } catch (Over e) {
                reason = e.reason();
            } catch (Unfit e) {
                reason = String.valueOf(e.getMessage());
            } catch (RuntimeException | Error e) {
                // Whatever it is, what stands must be undone.
                reason = "a bug in Foreshock: " + e;
            } finally {
                keeper.release();
            }
            book.note(new Entry.Ended(reason.isEmpty() ? asked : reason));
            return new Ending(reason, healer.heal(book));
        }
    }

    private void requireAsBefore() throws Unfit {
        Claims.requireRunning(assignment.processes(), reach.processes());
        for (Before before : assignment.before()) {
            Map<String, ProxyState> now;
            try {
                now = reach.server(before.server()).proxies();
            } catch (ControlException e) {
                throw new Unfit(String.valueOf(e.getMessage()));
            }
            for (ProxyState then : before.proxies()) {
                if (!then.equals(now.get(then.name()))) {
                    throw new Unfit("proxy '" + then.name() + "' of " + before.server()
                            + " must be as it was when the plan was made, but is not; make the plan again");
                }
                if (!then.toxics().isEmpty()) {
                    throw new Unfit("proxy '" + then.name() + "' of " + before.server()
                            + " must have no toxic before a run, but has '"
                            + then.toxics().get(0).name() + "', which is not ours to remove");
                }
                if (!then.enabled()) {
                    throw new Unfit("proxy '" + then.name() + "' of " + before.server()
                            + " must be enabled before a run, but is disabled");
                }
            }
        }
    }

    private void fence(Book book) throws Over {
        int number = assignment.steps().size();
        for (Before before : assignment.before()) {
            Change.Fence fence = new Change.Fence(before.server(), assignment.run());
            make(number++, fence, LeaseTerms.opening(lease, leaseTime(), assignment.connections()), book);
            if (isLeased(fence)) {
                keeper.keep(before.server(), lease);
            } else {
                keeper.watch(fence);
            }
        }
    }

    /** Does what is asked for; returns why it is to end. */
    private String serve(Book book) throws Over {
        while (true) {
            Optional<Order> order = orders.next(untilNextNanos());
            leaseTime();
            expire(book);
            if (order.isEmpty()) {
                continue;
            }
            if (order.get() instanceof Order.Add add) {
                add(add);
            } else if (order.get() instanceof Order.Apply apply) {
                apply(apply.step(), book);
            } else if (order.get() instanceof Order.Undo undo) {
                undo(undo.step(), "undone", book);
            } else if (order.get() instanceof Order.Gone gone) {
                throw new Over(gone.why());
            } else if (order.get() instanceof Order.End end) {
                return end.why();
            }
        }
    }

    private long leaseLeftNanos() {
        return orders.leaseEndNanos() - nanos.getAsLong();
    }

    private long untilNextNanos() {
        long next = leaseLeftNanos();
        for (long deadline : deadlines.values()) {
            next = Math.min(next, deadline - nanos.getAsLong());
        }
        return Math.max(0, next);
    }

    private void expire(Book book) throws Over {
        for (Map.Entry<Integer, Long> change : Map.copyOf(deadlines).entrySet()) {
            if (change.getValue() - nanos.getAsLong() <= 0) {
                undo(change.getKey(), "expired", book);
            }
        }
    }

    /** What it is about is looked at when it is to be made, as for any other. Its number must not be that of a fence either. */
    private void add(Order.Add add) throws Over {
        boolean isTaken = add.number() < assignment.firstAdded() || steps.containsKey(add.number());
        if (!assignment.isOpen() || isTaken) {
            throw new Over("the injector added change " + add.number() + ", but "
                    + (isTaken ? "there is one of that number" : "the run makes none that was not planned"));
        }
        steps.put(add.number(), add.step());
    }

    private void apply(int number, Book book) throws Over {
        Step step = steps.get(number);
        if (step == null || !asked.add(number)) {
            throw new Over("the injector asked for change " + number + ", which is not there or was made already");
        }
        if (!isAssigned(step.change())) {
            throw new Over("change " + number + " is about something that the run may not touch");
        }
        // Counted from before the call: the fault may begin at any moment of it.
        deadlines.put(number, nanos.getAsLong() + step.lifeNanos());
        make(number, step.change(), LeaseTerms.under(lease, Duration.ofNanos(step.lifeNanos())), book);
        says.accept("applied " + number);
    }

    private boolean isAssigned(Change change) {
        return change instanceof ProcessChange onProcess
                ? assignment.processes().contains(onProcess.process())
                : assignment.before().stream()
                        .filter(before -> before.server().equals(change.place()))
                        .flatMap(before -> before.proxies().stream())
                        .anyMatch(proxy -> change instanceof Change.OnServer onServer
                                && proxy.name().equals(onServer.proxy()));
    }

    private boolean isLeased(Change change) {
        return assignment.leasing().contains(change.place());
    }

    private void make(int number, Change change, LeaseTerms terms, Book book) throws Over {
        try {
            book.write(new Entry.Intended(number, change, change.inverse()));
        } catch (IOException e) {
            throw new Over("the journal could not be written: " + e.getMessage());
        }
        Reach bounded = reach.within(callTime());
        try {
            change.apply(isLeased(change) ? bounded.under(terms) : bounded);
            book.note(new Entry.Applied(number));
            if (change instanceof Change.OnServer onServer && !isLeased(change) && !(change instanceof Change.Fence)) {
                keeper.watch(onServer);
            }
        } catch (ControlException e) {
            if (e.outcome() != ControlException.Outcome.UNANSWERED) {
                book.note(new Entry.Refused(number));
            }
            throw new Over(
                    change instanceof Change.Fence && e.isTaken()
                            ? "another run has " + change.place() + ": its fence '" + Change.FENCE + "' is there"
                            : String.valueOf(e.getMessage()));
        }
    }

    private void undo(int number, String word, Book book) throws Over {
        if (deadlines.remove(number) == null) {
            // Its time was over before it was asked for.
            says.accept("undone " + number);
            return;
        }
        Change change = Objects.requireNonNull(steps.get(number)).change();
        if (change instanceof Change.OnServer onServer) {
            keeper.forget(onServer);
        }
        try {
            change.inverse().undo(reach.within(callTime()));
            book.note(new Entry.Undone(number));
            says.accept(word + " " + number);
        } catch (ControlException e) {
            throw new Over(String.valueOf(e.getMessage()));
        }
    }

    /** No call outlives the lease: what is left by then is undone in time. */
    private Duration callTime() throws Over {
        Duration left = leaseTime();
        Duration call = Duration.ofNanos(assignment.callNanos());
        return left.compareTo(call) < 0 ? left : call;
    }

    private Duration leaseTime() throws Over {
        long left = leaseLeftNanos();
        if (left <= 0) {
            throw new Over("nobody renewed the lease of " + assignment.leaseNanos() / 1_000_000 + " ms");
        }
        return Duration.ofNanos(left);
    }

    /** Thrown where a run must not begin. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    /** Thrown where a run must end at once. */
    private static final class Over extends Exception {
        private static final long serialVersionUID = 1;

        private final String reason;

        Over(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
