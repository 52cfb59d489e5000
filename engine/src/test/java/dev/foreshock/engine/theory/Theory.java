package dev.foreshock.engine.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rows of the table and the families that check them. */
final class Theory {
    private static final double GROWTH = 1.5;
    /** How many times as long a run is repeated at most. */
    static final int MOST_LENGTHENING = 30;

    private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

    static {
        Stream.of(
                        SingleQueues.all(),
                        Arrivals.all(),
                        ClosedNetworks.all(),
                        Transients.all(),
                        Retrying.all(),
                        Overloads.all(),
                        Tails.all(),
                        Balancing.all(),
                        Disciplines.all(),
                        Impatience.all(),
                        Networks.all(),
                        Reliability.all(),
                        Alerts.all(),
                        AlertSteps.all())
                .flatMap(List::stream)
                .forEach(family -> FAMILIES.put(family.model(), family));
    }

    private Theory() {}

    /** Checks the rows of one model. */
    static List<Assessment> assess(List<Row> group, boolean isQuick, int rows) {
        for (Row row : group) {
            if (group.size() > 1 && FAMILIES.containsKey(Family.apart(row.model(), row.metric()))) {
                return apart(row, group, isQuick, rows);
            }
        }
        Row first = group.get(0);
        Family family = FAMILIES.getOrDefault(Family.apart(first.model(), first.metric()), FAMILIES.get(first.model()));
        if (family == null) {
            Check open = new Check.Open("needs later work");
            return group.stream()
                    .map(row -> Assessment.of(row, open, new double[0], rows))
                    .toList();
        }
        Model model = family.build().apply(first.parameters());
        List<Check> checks = group.stream().map(model.check()).toList();
        double[][] samples = isQuick ? Trial.runQuickly(model, checks) : untilPrecise(model, group, checks);
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Row row = group.get(i);
            assessments.add(
                    Double.isInfinite(row.value())
                            ? growing(model, row, checks.get(i), samples[i])
                            : Assessment.of(row, checks.get(i), samples[i], rows));
        }
        return assessments;
    }

    private static List<Assessment> apart(Row row, List<Row> group, boolean isQuick, int rows) {
        List<Row> others = group.stream().filter(each -> !each.equals(row)).toList();
        List<Assessment> all = new ArrayList<>(assess(others, isQuick, rows));
        all.addAll(group.indexOf(row), assess(List.of(row), isQuick, rows));
        return all;
    }

    /**
     * Runs once, and once more for longer if some interval came out wider than its tolerance: the width decides, never the
     * verdict.
     */
    private static double[][] untilPrecise(Model model, List<Row> group, List<Check> checks) {
        double[][] samples = Trial.run(model, model.lengthUnits(), checks);
        double needed = 1;
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i) instanceof Check.Sampled sampled) {
                needed = Math.max(
                        needed, sampled.lengthening(samples[i], group.get(i).value()));
            }
        }
        return needed < 1.2
                ? samples
                : Trial.run(model, model.lengthUnits() * Math.min(needed, MOST_LENGTHENING), checks);
    }

    /** A mean that is infinite keeps growing with the length of the run: it is compared with that of runs of a sixteenth of it. */
    private static Assessment growing(Model model, Row row, Check check, double[] samples) {
        double[] early = Trial.run(model, model.lengthUnits() / 16, List.of(check))[0];
        double before = java.util.Arrays.stream(early).average().orElseThrow();
        double after = java.util.Arrays.stream(samples).average().orElseThrow();
        boolean grows = after > GROWTH * before;
        return new Assessment(row, RowClass.MEAN, after, 0, grows, grows ? "" : "no longer grows");
    }
}
