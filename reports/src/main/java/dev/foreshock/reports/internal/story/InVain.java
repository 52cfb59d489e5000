package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of an incident that is not over when the run ends what was done last about it, and for how long that held. */
final class InVain {
    private final Account account;
    private final Exemplar run;

    InVain(Account account) {
        this.account = account;
        run = account.exemplar();
    }

    /** Returns what was done and what became of it, as a clause. */
    String told() {
        return lastStep()
                .map(step -> "at " + time(step.atNanos()) + " " + step.who() + " ends " + step.subject() + acts(step)
                        + "; " + held(step))
                .orElse("nothing ends it before the run does");
    }

    /** The last step that did something and was not seen to fail; else the last that did something. */
    private Optional<JournalEntry> lastStep() {
        List<JournalEntry> steps = run.journal()
                .of(Event.STEP_DONE)
                .filter(step -> !acted(step).isEmpty())
                .toList();
        return steps.stream()
                .filter(step -> !isFailed(step))
                .reduce((earlier, later) -> later)
                .or(() -> steps.stream().reduce((earlier, later) -> later));
    }

    private List<JournalEntry> acted(JournalEntry step) {
        return run.journal()
                .of(Event.ACTED)
                .filter(acted -> acted.atNanos() == step.atNanos())
                .filter(acted -> run.journal()
                        .of(Event.STEP_BEGAN)
                        .anyMatch(begun ->
                                begun.id() == acted.cause() && begun.subject().equals(step.subject())))
                .toList();
    }

    private boolean isFailed(JournalEntry step) {
        return run.journal().entries().stream()
                .filter(entry -> entry.id() > step.id() && entry.subject().equals(step.subject()))
                .filter(entry -> entry.event() == Event.STEP_FAILED || entry.event() == Event.STEP_BEGAN)
                .findFirst()
                .filter(entry -> entry.event() == Event.STEP_FAILED)
                .isPresent();
    }

    private String acts(JournalEntry step) {
        return acted(step).stream().map(JournalEntry::text).distinct().collect(Collectors.joining(", ", " (", ")"));
    }

    private String held(JournalEntry step) {
        return served(step).or(() -> up(step)).orElse(isFailed(step) ? "it does not help" : "users feel no good of it")
                + rest();
    }

    /** Returns for how long users were served between an impact that was over after the step and the next. */
    private Optional<String> served(JournalEntry step) {
        for (int i = 0; i + 1 < run.impacts().size(); i++) {
            Interval impact = run.impacts().get(i);
            long next = run.impacts().get(i + 1).startNanos();
            if (impact.startNanos() <= step.atNanos() && impact.endNanos() > step.atNanos()) {
                return Optional.of(
                        "from the " + account.words().minute() + " of " + minute(impact.endNanos()) + " on at least "
                                + account.words().impactUntil() + " of the requests succeed, which holds for "
                                + Amounts.span((next - impact.endNanos()) / 1e9));
            }
        }
        return Optional.empty();
    }

    /** Returns for how long what was started anew was up. */
    private Optional<String> up(JournalEntry step) {
        return acted(step).stream()
                .flatMap(acted -> run.journal()
                        .of(Event.UP)
                        .filter(up -> up.id() > acted.id() && up.subject().equals(acted.subject())))
                .min(Comparator.comparingInt(JournalEntry::id))
                .map(up -> up.subject() + " is up from " + time(up.atNanos()) + " on"
                        + run.journal()
                                .of(Event.CRASHED)
                                .filter(crash ->
                                        crash.id() > up.id() && crash.subject().equals(up.subject()))
                                .findFirst()
                                .map(crash -> " and holds for " + Amounts.span((crash.atNanos() - up.atNanos()) / 1e9)
                                        + ", until it crashes again")
                                .orElse(" and holds"));
    }

    private String rest() {
        boolean isFelt = !run.impacts().isEmpty()
                && run.impacts().get(run.impacts().size() - 1).open();
        return isFelt
                ? "; less than " + account.words().impactUntil() + " of the requests succeed when the run ends"
                : "";
    }

    private String minute(long nanos) {
        return account.words().time(run.clock(), nanos);
    }

    private String time(long nanos) {
        return Times.ofDay(run.clock(), nanos);
    }
}
