package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.ArrayList;
import java.util.List;

/** Finds the long steps that neither did nor found anything before it was over. */
final class Detours {
    private static final long LONG_NANOS = 300_000_000_000L;

    private final Account account;
    private final Exemplar run;
    private final Wording wording;

    Detours(Account account) {
        this.account = account;
        run = account.exemplar();
        wording = new Wording(account);
    }

    /** Returns what each was and how long it took, in order of time. */
    List<String> told() {
        Long effect = run.phases().effect();
        long until = effect == null ? run.clock().lengthNanos() : effect;
        List<String> told = new ArrayList<>();
        run.journal()
                .of(Event.STEP_DONE)
                .filter(done -> done.atNanos() <= until && wording.stepNanos(done) >= LONG_NANOS && isFruitless(done))
                .forEach(done ->
                        told.add(done.subject() + " (" + Wording.shortest(wording.stepNanos(done)) + idle(done) + ")"));
        return told;
    }

    private boolean isFruitless(JournalEntry done) {
        return run.journal().entries().stream()
                .filter(entry -> entry.event() == Event.ACTED || entry.event() == Event.LEARNED)
                .noneMatch(entry -> entry.cause() == done.id()
                        || (entry.cause() == done.cause() && entry.atNanos() == done.atNanos()));
    }

    /** A step that is named after a component, such as check-db, was for nothing where that had nothing to do. */
    private String idle(JournalEntry done) {
        List<String> words = List.of(done.subject().split("[-._ ]", -1));
        return account.topology().stream()
                .filter(part -> words.contains(part.name()))
                .filter(part -> isIdle(part.name(), done.atNanos() - wording.stepNanos(done), done.atNanos()))
                .map(part -> ", while " + part.name() + " is idle")
                .findFirst()
                .orElse("");
    }

    private boolean isIdle(String component, long from, long until) {
        List<Double> held = run.series().gauges().getOrDefault(component + ".inFlight", List.of());
        long bin = run.series().binNanos();
        int first = (int) (from / bin) + 1;
        int end = (int) Math.min(held.size(), until / bin);
        return first < end && held.subList(first, end).stream().allMatch(calls -> calls == 0);
    }
}
