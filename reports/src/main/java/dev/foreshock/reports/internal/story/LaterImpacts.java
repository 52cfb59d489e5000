package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.account.Words;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells when users felt it again after they had been served again: often a repair is what takes the service down once more. */
final class LaterImpacts {
    /** So long before an impact an action can lie that brought it about; impacts are known to the minute. */
    private static final long LOOK_BACK_NANOS = 2 * FailedFirst.MINUTE_NANOS;

    private final Exemplar run;
    private final Words words;
    private final String below;

    LaterImpacts(Account account) {
        run = account.exemplar();
        words = account.words();
        below = words.impactBelow();
    }

    /** Returns the impacts after the first, in order. */
    private List<Interval> later() {
        return run.impacts().stream().skip(1).toList();
    }

    /** Returns a line for each. */
    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        for (Interval impact : later()) {
            lines.add(new StoryLine(
                    impact.startNanos(),
                    words.isToTheMinute(),
                    "less than " + below + " success again, " + length(impact),
                    "",
                    "down again",
                    impact.lengthNanos() > FailedFirst.MINUTE_NANOS ? Weights.MUST : 1));
        }
        return lines;
    }

    /** Returns a clause about those that began when users were served again, at {@code effect}; empty if there are none. */
    String told(long effect) {
        List<Interval> after =
                later().stream().filter(impact -> impact.startNanos() >= effect).toList();
        if (after.isEmpty()) {
            return "";
        }
        Interval first = after.get(0);
        return "; from the " + words.minute() + " of " + words.time(run.clock(), first.startNanos())
                + " on users feel it again, "
                + length(first)
                + acted(first)
                        .map(act -> " (at " + Times.ofDay(run.clock(), act.atNanos()) + ": " + act.text() + ")")
                        .orElse("")
                + (after.size() == 1 ? "" : ", the first of " + after.size() + " times");
    }

    private Optional<JournalEntry> acted(Interval impact) {
        return run.journal()
                .of(Event.ACTED)
                .filter(act -> act.atNanos() >= impact.startNanos() - LOOK_BACK_NANOS
                        && act.atNanos() < impact.startNanos() + FailedFirst.MINUTE_NANOS)
                .reduce((before, last) -> last);
    }

    private static String length(Interval impact) {
        return impact.open() ? "until the run ends" : "for " + Amounts.span(impact.lengthNanos() / 1e9);
    }
}
