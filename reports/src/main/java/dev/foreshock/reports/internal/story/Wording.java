package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts moments into words. */
final class Wording {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long SHORT_LIFE_NANOS = 600 * SECOND_NANOS;
    private static final long LONG_STEP_NANOS = 300 * SECOND_NANOS;

    private final Account account;
    private final Exemplar run;
    private final Journal journal;

    Wording(Account account) {
        this.account = account;
        run = account.exemplar();
        journal = run.journal();
    }

    String of(Moment moment) {
        Optional<JournalEntry> step = moment.of(Event.STEP_DONE).findFirst().filter(this::isItsEnd);
        String text = step.isPresent()
                ? stepEnd(step.get(), moment)
                : moment.told().stream().map(this::of).distinct().collect(Collectors.joining("; "));
        return text + repetitions(moment);
    }

    private String of(JournalEntry entry) {
        return switch (entry.event()) {
            case PAGED -> entry.text() + rule(entry);
            case CRASHED -> entry.text() + lifetime(entry);
            default -> entry.text();
        };
    }

    /** How long a step took, what was done and found: long steps explain where the time went. */
    private String stepEnd(JournalEntry step, Moment moment) {
        List<String> fruits = new ArrayList<>();
        moment.of(Event.ACTED).map(JournalEntry::text).forEach(fruits::add);
        moment.of(Event.LEARNED).map(entry -> "finds " + entry.subject()).forEach(fruits::add);
        long nanos = stepNanos(step);
        String took = nanos < LONG_STEP_NANOS ? "" : " (" + shortest(nanos) + ")";
        return step.who() + " ends " + step.subject() + took
                + (fruits.isEmpty() ? (took.isEmpty() ? "" : ", without a finding") : ": " + String.join(", ", fruits));
    }

    /** A step with a check is reported twice: when it is over, and when it is seen to have worked. */
    private boolean isItsEnd(JournalEntry done) {
        int begun = lastBefore(done, Event.STEP_BEGAN).map(JournalEntry::id).orElse(-1);
        return lastBefore(done, Event.STEP_DONE)
                .filter(earlier -> earlier.id() > begun)
                .isEmpty();
    }

    private String rule(JournalEntry page) {
        String rule = account.rules().getOrDefault(page.who(), "");
        return page.text().contains(rule) ? "" : " (" + rule + ")";
    }

    /** A server that dies soon after it came up has a cause that is still there: worth saying how soon. */
    private String lifetime(JournalEntry crash) {
        return lastBefore(crash, Event.UP)
                .filter(up -> up.atNanos() > 0 && crash.atNanos() - up.atNanos() <= SHORT_LIFE_NANOS)
                .map(up -> ", " + Amounts.span((crash.atNanos() - up.atNanos()) / 1e9) + " after it was up")
                .orElse("");
    }

    long stepNanos(JournalEntry end) {
        return lastBefore(end, Event.STEP_BEGAN)
                .map(begin -> end.atNanos() - begin.atNanos())
                .orElse(0L);
    }

    private Optional<JournalEntry> lastBefore(JournalEntry entry, Event event) {
        return journal.of(event)
                .filter(other -> other.id() < entry.id() && other.subject().equals(entry.subject()))
                .max(Comparator.comparingInt(JournalEntry::id));
    }

    private String repetitions(Moment moment) {
        return moment.times() == 1
                ? ""
                : " (" + moment.times() + " times until " + Times.ofDay(run.clock(), moment.lastNanos()) + ")";
    }

    /** Returns an input as the file has it, and a figure rounded. */
    static String shortest(long nanos) {
        return nanos % SECOND_NANOS == 0 ? Spans.text(nanos) : Amounts.span(nanos / 1e9);
    }

    /** Returns {@code items} as a list in a sentence. */
    static String listed(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
