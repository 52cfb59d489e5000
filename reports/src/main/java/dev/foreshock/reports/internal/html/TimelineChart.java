package dev.foreshock.reports.internal.html;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws who did what, when: bars in lanes, crashes and pages as marks, and a dotted line for each action. */
final class TimelineChart {
    private static final double LANE = 28;
    private static final double BAR = 20;
    private static final double GAP = 1;
    private static final double TOP = 8;
    private static final double LETTER = 6.6;
    private static final int MOST_MARKS = 200;
    private static final int LONGEST_NAME = 16;

    private final Exemplar run;
    private final TimeAxis time;
    private final Map<String, List<Bar>> lanes;

    TimelineChart(Exemplar run) {
        this.run = run;
        time = new TimeAxis(run.clock());
        lanes = Lanes.of(run);
    }

    String draw(String label) {
        double bottom = TOP + LANE * (lanes.size() + marked().size());
        Svg svg = new Svg(TimeAxis.WIDTH, bottom + 24, label);
        time.draw(svg, TOP, bottom);
        run.journal()
                .of(Event.ACTED)
                .mapToLong(JournalEntry::atNanos)
                .distinct()
                .forEach(at -> svg.line(time.x(at), TOP, time.x(at), bottom, Ink.ACTION));
        double y = TOP;
        for (Map.Entry<String, List<Bar>> lane : lanes.entrySet()) {
            svg.text(TimeAxis.LEFT - 8, y + 18, "end", Ink.TEXT, name(lane.getKey()));
            bars(svg, lane.getValue(), y + (LANE - BAR) / 2);
            y += LANE;
        }
        for (Event event : marked()) {
            svg.text(TimeAxis.LEFT - 8, y + 18, "end", Ink.TEXT, name(event));
            marks(svg, event, y + LANE / 2);
            y += LANE;
        }
        svg.line(TimeAxis.LEFT, bottom, TimeAxis.RIGHT, bottom, Ink.FRAME);
        return svg.toString();
    }

    private void bars(Svg svg, List<Bar> bars, double y) {
        List<double[]> taken = new ArrayList<>();
        for (Bar bar : bars) {
            double from = time.x(bar.fromNanos());
            double until = Math.max(time.x(bar.untilNanos()), from + 2);
            String title = bar.label() + ", " + Times.ofDay(run.clock(), bar.fromNanos()) + " to "
                    + Times.ofDay(run.clock(), bar.untilNanos());
            svg.rect(from, y, until - from - GAP, BAR, bar.ink(), title);
            taken.add(new double[] {from, until});
        }
        for (int i = bars.size() - 1; i >= 0; i--) {
            label(svg, bars.get(i), y, taken); // a later bar may lie on an earlier one
        }
    }

    /** Writes a label into its bar, or else beside it where nothing else is. */
    private void label(Svg svg, Bar bar, double y, List<double[]> taken) {
        double from = time.x(bar.fromNanos());
        double until = Math.max(time.x(bar.untilNanos()), from + 2);
        double needed = bar.label().length() * LETTER;
        boolean inside = until - from >= needed + 6;
        double x = inside ? from + 4 : until + 3;
        boolean free = inside
                ? taken.stream().noneMatch(other -> other[0] > from && other[0] < x + needed)
                : x + needed <= TimeAxis.RIGHT + 10
                        && taken.stream().noneMatch(other -> other[0] < x + needed && other[1] > until + 0.1);
        if (free) {
            svg.text(x, y + 14, "start", inside ? Ink.ON_BAR : Ink.TEXT, bar.label());
            taken.add(new double[] {x, x + needed});
        }
    }

    /** Returns the kinds of marks there are. A crash and its page are so near that they need a lane each. */
    private List<Event> marked() {
        return Stream.of(Event.CRASHED, Event.PAGED, Event.ACTED)
                .filter(event -> run.journal().of(event).findAny().isPresent())
                .toList();
    }

    private static String name(Event event) {
        return switch (event) {
            case CRASHED -> "crashes";
            case PAGED -> "pages";
            default -> "actions";
        };
    }

    private void marks(Svg svg, Event event, double y) {
        run.journal().of(event).limit(MOST_MARKS).forEach(entry -> mark(svg, entry, time.x(entry.atNanos()), y));
    }

    /** A cross for a crash, a triangle for a page, a diamond for an action. */
    private void mark(Svg svg, JournalEntry entry, double x, double y) {
        String title = Times.ofDay(run.clock(), entry.atNanos()) + " " + entry.text();
        String at = "M" + Svg.n(x) + " " + Svg.n(y);
        switch (entry.event()) {
            case CRASHED -> svg.shape(at + "l5-7 3 3-5 7 0 0 5 7-3 3-5-7-5 7-3-3 5-7-5-7 3-3z", Ink.curve(1), title);
            case PAGED -> svg.shape(at + "m0-7l7 12h-14z", Ink.curve(4), title);
            default -> svg.shape(at + "m0-7l6 7-6 7-6-7z", Ink.ACTION, title);
        }
    }

    private static String name(String lane) {
        String name = lane.startsWith(Lanes.ALERT) ? lane.substring(Lanes.ALERT.length()) : lane;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
