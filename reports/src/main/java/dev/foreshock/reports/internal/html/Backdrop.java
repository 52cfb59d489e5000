package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;

/** What lies behind the curves of every chart over time, at the same place in each: impacts, the clock, actions. */
final class Backdrop {
    private Backdrop() {}

    static void draw(Svg svg, Exemplar run, double top, double bottom) {
        TimeAxis time = new TimeAxis(run.clock());
        for (Interval impact : run.impacts()) {
            double from = time.x(impact.startNanos());
            svg.rect(from, top, time.x(impact.endNanos()) - from, bottom - top, Ink.IMPACT, "");
        }
        time.draw(svg, top, bottom);
        run.journal()
                .of(Event.ACTED)
                .mapToLong(JournalEntry::atNanos)
                .distinct()
                .forEach(at -> svg.line(time.x(at), top, time.x(at), bottom, Ink.ACTION));
    }
}
