package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.html.Frame.paragraph;
import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.steady.SteadyLevel;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.reports.internal.account.SteadyAccount;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What of a steady run does not count, and how that was found: in words, as a chart over the whole run, and level by level. */
final class WarmUpSection {
    private static final int MOST_CURVES = 4;
    private static final double HEIGHT = 140;
    private static final double GAP = 10;
    private static final double FOOT = 24;

    private final SteadyAccount account;
    private final SteadyRun run;

    /** The levels, those that need the longest warm-up first. */
    private final List<Map.Entry<String, SteadyLevel>> levels;

    private WarmUpSection(SteadyAccount account) {
        this.account = account;
        run = account.run();
        levels = run.levels().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, SteadyLevel> level) ->
                                level.getValue().isSettled())
                        .thenComparing(level -> -level.getValue().warmUpNanos())
                        .thenComparing(level -> level.getKey()))
                .toList();
    }

    static String of(SteadyAccount account) {
        WarmUpSection section = new WarmUpSection(account);
        return paragraph("", section.found())
                + (section.levels.isEmpty() ? "" : section.figure().html() + section.table())
                + paragraph(
                        " class=\"quiet\"",
                        "MSER-5 deletes as much of the start as makes the standard error of the mean of what is left least (White, Cobb and Spratt 2000), and searches the first half only. It looks at the requests in flight and at the calls in each component; the longest counts.");
    }

    private String found() {
        String longest = levels.isEmpty() ? "" : levels.get(0).getKey();
        return switch (run.warmUp().method()) {
            case MSER5 ->
                run.warmUp().nanos() == 0
                        ? "Nothing is deleted, as MSER-5 found no warm-up."
                        : span(run.warmUp().nanos()) + " are deleted, which MSER-5 found"
                                + (longest.isEmpty() ? "." : ": the longest warm-up is that of " + longest + ".");
            case GIVEN -> span(run.warmUp().nanos()) + " are deleted, as was asked for. " + instead(longest);
            case NOT_FOUND ->
                SteadyPage.sentence(SteadyWords.warmUp(run)) + " Still on their way: " + Names.of(unsettled()) + ".";
        };
    }

    /** What MSER-5 would have deleted where somebody said what to delete. */
    private String instead(String longest) {
        if (levels.isEmpty()) {
            return "";
        }
        SteadyLevel level = levels.get(0).getValue();
        if (!level.isSettled()) {
            return "MSER-5 would have found no end in the first half: still on their way are " + Names.of(unsettled())
                    + ", so the measures may not be of a steady system.";
        }
        return "MSER-5 would have deleted "
                + (level.warmUpNanos() == 0 ? "nothing" : span(level.warmUpNanos()))
                + (level.warmUpNanos() > run.warmUp().nanos()
                        ? ", for " + longest + ": a start that is not like the rest may be in the measures."
                        : ".");
    }

    private List<String> unsettled() {
        return levels.stream()
                .filter(level -> !level.getValue().isSettled())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Figure figure() {
        List<Map.Entry<String, SteadyLevel>> drawn = drawn();
        List<Curve> curves = drawn.stream()
                .map(level -> new Curve(
                        level.getKey(),
                        level.getValue().means(),
                        level.getValue().stepNanos(),
                        false))
                .toList();
        List<String> parts = drawn.stream()
                .map(level -> level.getKey() + " " + Amounts.digits(mean(level.getValue())))
                .toList();
        String sentence = "In flight over the whole run, in the mean: " + String.join(", ", parts) + ". "
                + (run.warmUp().nanos() == 0
                        ? "Nothing of it is deleted."
                        : (run.warmUp().method() == WarmUp.Method.NOT_FOUND
                                        ? "Shaded is the first half, in which no end of a warm-up was found: "
                                        : "Shaded is the warm-up, which is deleted: ")
                                + span(run.warmUp().nanos()) + ".")
                + (drawn.size() < levels.size() ? " The table has the others." : "");
        return new Figure(
                "In flight over the whole run",
                sentence,
                draw(sentence, curves),
                ChartTable.of(account.clock(), curves, Amounts::digits));
    }

    /** Requests in flight, and what needs the longest warm-up. */
    private List<Map.Entry<String, SteadyLevel>> drawn() {
        List<Map.Entry<String, SteadyLevel>> drawn = new ArrayList<>();
        levels.stream().filter(level -> SteadyWords.isLevel(level.getKey())).forEach(drawn::add);
        levels.stream()
                .filter(level -> !SteadyWords.isLevel(level.getKey()))
                .limit(MOST_CURVES - drawn.size())
                .forEach(drawn::add);
        return drawn;
    }

    private String draw(String label, List<Curve> curves) {
        TimeAxis time = new TimeAxis(account.clock());
        Legend legend = new Legend(curves.stream().map(Curve::name).toList());
        double top = legend.height() + GAP;
        double most = curves.stream().mapToDouble(Curve::most).max().orElse(0);
        ValueAxis axis = ValueAxis.linear(most, 0, top, top + HEIGHT);
        Svg svg = new Svg(TimeAxis.WIDTH, axis.bottom() + FOOT, label);
        shade(svg, time, run.warmUp(), axis);
        time.draw(svg, axis.top(), axis.bottom());
        axis.draw(svg, Amounts::digits);
        for (int i = 0; i < curves.size(); i++) {
            svg.curve(
                    curves.get(i).path(time, axis), Ink.curve(i), curves.get(i).name());
        }
        legend.draw(svg);
        return svg.toString();
    }

    /** Shades the time that does not count. */
    static void shade(Svg svg, TimeAxis time, WarmUp warmUp, ValueAxis axis) {
        if (warmUp.nanos() > 0) {
            double until = time.x(warmUp.nanos());
            svg.rect(
                    TimeAxis.LEFT,
                    axis.top(),
                    until - TimeAxis.LEFT,
                    axis.bottom() - axis.top(),
                    Ink.WARM_UP,
                    warmUp.method() == WarmUp.Method.NOT_FOUND ? "no end of a warm-up found" : "warm-up, deleted");
        }
    }

    private String table() {
        Table table = Table.fitting(
                "Where the warm-up of each level ends by MSER-5", "level", "mean over the whole run", "warm-up");
        levels.forEach(level -> table.row(
                escape(level.getKey()),
                Amounts.digits(mean(level.getValue())),
                level.getValue().isSettled() ? span(level.getValue().warmUpNanos()) : "no end in the first half"));
        return table.toString();
    }

    private static double mean(SteadyLevel level) {
        return level.means().stream().mapToDouble(mean -> mean).average().orElse(0);
    }

    private static String span(long nanos) {
        return SteadyWords.span(nanos);
    }
}
