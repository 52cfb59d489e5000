package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.HealthCheckSpec.From;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.policy.Ejection;
import dev.foreshock.engine.policy.Health;
import dev.foreshock.engine.policy.Membership;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Checks;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which targets of a balancer take calls: it has them checked, and ejects those whose calls fail. */
final class Targets {
    static final int CHECK = 0;
    static final int BACK = 1;

    private final Workbench bench;
    private final List<String> names;
    private final Runnable changed;
    private final Membership members;
    private final @Nullable HealthCheckSpec check;
    private final Checks[] checks;
    private final Health[] healths;
    private final long[] checked;
    private final @Nullable EjectionSpec eject;
    private final @Nullable Ejection ejection;
    private final int[] entries;
    private boolean panicked;

    /**
     * Creates targets that are all well.
     *
     * @param changed is told when other targets may take calls than before
     */
    Targets(BalancerSpec spec, List<String> names, Workbench bench, Runnable changed) {
        this.bench = bench;
        this.names = names;
        this.changed = changed;
        int count = names.size();
        members = new Membership(
                count,
                spec.noneLeft() == BalancerSpec.NoneLeft.REFUSE
                        ? -1
                        : spec.panicAt().share());
        entries = new int[count];
        Arrays.fill(entries, Notes.NO_CAUSE);
        check = spec.check();
        checked = new long[count];
        checks = check == null ? new Checks[0] : checks(spec, check);
        healths = new Health[checks.length];
        eject = spec.eject();
        ejection = eject == null
                ? null
                : new Ejection(
                        count,
                        eject.after(),
                        eject.lasts().toNanos(),
                        eject.longest().toNanos(),
                        eject.atMost().share());
    }

    private Checks[] checks(BalancerSpec spec, HealthCheckSpec check) {
        return names.stream()
                .map(target -> bench.checks(target, check, spec.link(), this::checked))
                .toArray(Checks[]::new);
    }

    /** Begins to check. */
    void open() {
        if (check == null) {
            return;
        }
        long phases = bench.stream("check phase");
        for (int i = 0; i < checks.length; i++) {
            healths[i] = new Health(check.downAfter(), check.upAfter());
            long identity = Streams.hash(bench.identity(names.get(i)));
            double phase = KeyedRandom.uniform(phases, identity);
            bench.timers().at((long) (phase * check.every().toNanos()), CHECK, i);
        }
    }

    /** Handles a timer of the balancer. */
    void on(int op, int target, long now) {
        if (op == CHECK && check != null) {
            next(check, From.BEGIN, target, now);
            checks[target].begin(target, checked[target]++);
        } else if (op == BACK && ejection != null) {
            ejection.back(target, now);
            String text = "takes " + names.get(target) + " back: it was ejected long enough";
            note(Event.TARGET_BACK, target, text, entries[target]);
            members.ejected(target, false);
            settle();
        }
    }

    private void next(HealthCheckSpec spec, From from, int target, long now) {
        if (spec.from() == from) {
            bench.timers().at(now + spec.every().toNanos(), CHECK, target);
        }
    }

    private void checked(int target, Outcome outcome, long now) {
        if (check == null) {
            return;
        }
        next(check, From.END, target, now);
        if (!healths[target].checked(outcome == Outcome.OK)) {
            return;
        }
        if (healths[target].isUp()) {
            String how = inARow(check.upAfter(), "check") + " went well";
            note(Event.TARGET_BACK, target, "takes " + names.get(target) + " back: " + how, entries[target]);
        } else {
            String how = inARow(check.downAfter(), "check") + " failed, the last " + describe(outcome);
            note(
                    Event.TARGET_OUT,
                    target,
                    "takes " + names.get(target) + " out: " + how,
                    bench.notes().faultOf(names.get(target)));
        }
        members.well(target, healths[target].isUp());
        settle();
    }

    /** Counts the end of a call to a target. */
    void ended(int target, Outcome outcome, long now) {
        if (eject == null || ejection == null || outcome == Outcome.CANCELLED) {
            return;
        }
        if (ejection.ended(target, outcome == Outcome.OK, now)) {
            long until = ejection.untilNanos(target);
            String text = "ejects " + names.get(target) + " for " + Spans.text(Duration.ofNanos(until - now)) + ": "
                    + inARow(eject.after(), "call") + " failed, the last " + describe(outcome);
            note(Event.TARGET_OUT, target, text, bench.notes().faultOf(names.get(target)));
            bench.timers().at(until, BACK, target);
            members.ejected(target, true);
            settle();
        }
    }

    private static String inARow(int count, String what) {
        return count == 1 ? "a " + what : count + " " + what + "s in a row";
    }

    private static String describe(Outcome outcome) {
        return switch (outcome) {
            case TIMED_OUT -> "without an answer in time";
            case REFUSED -> "refused";
            case RESET -> "by a reset";
            case SHED -> "turned away";
            default -> "with an error";
        };
    }

    private void note(Event event, int target, String text, int cause) {
        entries[target] = bench.notes().add(event, bench.name() + " " + text, cause);
    }

    private void settle() {
        if (members.panics() != panicked) {
            panicked = members.panics();
            String text = panicked
                    ? " sends calls to all its targets: too few of them are well"
                    : " sends calls to those that are well again";
            bench.notes().add(Event.NOTED, bench.name() + text, Notes.NO_CAUSE);
        }
        changed.run();
    }

    /** Says whether a target is wanted at all; whoever says it asks who takes calls afterwards. */
    void wanted(int target, boolean is) {
        members.wanted(target, is);
        if (ejection != null) {
            ejection.wanted(target, is);
        }
    }

    /** Tells whether a target takes calls. */
    boolean takes(int target) {
        return members.takes(target);
    }

    /** Returns how many take calls. */
    int taking() {
        return members.taking();
    }

    /** Tells whether all that are wanted are well. */
    boolean allWell() {
        for (int i = 0; i < names.size(); i++) {
            if (members.isOut(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether anything ever takes a target out. */
    boolean watches() {
        return check != null || ejection != null;
    }
}
