package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the timeline says, in words.
 *
 * @param run the replication that it is of
 */
record TimelineWords(Exemplar run) {
    private static final String KEY =
            " Crosses are crashes, triangles pages, diamonds and dotted lines actions; blackouts are darker than impacts.";

    String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add(run.impacts().isEmpty() ? "Users felt no impact" : "Users felt " + span("impact", run.impacts()));
        if (!run.blackouts().isEmpty()) {
            parts.add(span("blackout", run.blackouts()));
        }
        add(parts, Event.CRASHED, "crash", "crashes");
        add(parts, Event.FIRING, "alert", "alerts");
        add(parts, Event.PAGED, "page", "pages");
        add(parts, Event.ACTED, "action", "actions");
        return String.join(", ", parts) + "." + KEY;
    }

    private static String span(String name, List<Interval> intervals) {
        double seconds = intervals.stream()
                .mapToDouble(interval -> interval.lengthNanos() / 1e9)
                .sum();
        return intervals.size() == 1
                ? "1 " + name + " of " + Amounts.span(seconds)
                : intervals.size() + " " + name + "s of " + Amounts.span(seconds) + " in all";
    }

    private void add(List<String> parts, Event event, String one, String many) {
        long count = run.journal().of(event).count();
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    String table() {
        Table table = new Table("What happened when", "who", "what", "from", "until");
        for (Map.Entry<String, List<Bar>> lane : Lanes.of(run).entrySet()) {
            String who = lane.getKey().startsWith(Lanes.ALERT)
                    ? lane.getKey().substring(Lanes.ALERT.length())
                    : lane.getKey();
            for (Bar bar : lane.getValue()) {
                table.row(
                        escape(who),
                        escape(bar.label()),
                        Times.ofDay(run.clock(), bar.fromNanos()),
                        Times.ofDay(run.clock(), bar.untilNanos()));
            }
        }
        return table.toString();
    }
}
