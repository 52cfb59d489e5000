package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.Site;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds ranges to what their settings can be: a draw puts any value of a range in place of the number, so each end must be
 * as legal there as the number is. A knob that many settings share is told once for each rule that it breaks.
 */
final class Limits {

    private final Report report;
    private final Set<Said> said = new HashSet<>();

    Limits(Report report) {
        this.report = report;
    }

    private record Said(Site range, String broken) {}

    /**
     * Checks the range of one setting.
     *
     * @param shape the record that has the setting
     * @param values a value for each of its settings
     * @param index which setting it is
     */
    void hold(Shape shape, @Nullable Object[] values, int index, Span span) {
        Set<String> before = problems(shape, values);
        Set<String> broken = new LinkedHashSet<>();
        for (Span.End end : span.ends()) {
            @Nullable Object[] drawn = values.clone();
            drawn[index] = end.value();
            broken.addAll(problems(shape, drawn));
        }
        broken.removeAll(before);
        refuse(span, shape.all().get(index).key(), List.copyOf(broken));
    }

    /** Reports that a range has values that {@code subject} cannot have; {@code broken} says why, and is empty if it has none. */
    void refuse(Span span, String subject, List<String> broken) {
        String all = String.join("; ", broken);
        if (!broken.isEmpty() && said.add(new Said(span.site(), all))) {
            report.add(
                    Code.RANGE,
                    span.site().place(),
                    "a range must hold only values that '" + subject + "' can have, but was '"
                            + span.from().written() + " .. " + span.to().written() + "'",
                    all,
                    span.notes());
        }
    }

    private static Set<String> problems(Shape shape, @Nullable Object[] values) {
        Set<String> problems = new LinkedHashSet<>();
        try {
            Inspector.inspectAlone((Record) shape.create(values)).stream()
                    .map(Problem::message)
                    .forEach(problems::add);
        } catch (IllegalArgumentException e) {
            problems.add(Refusal.sentence(e));
        }
        return problems;
    }
}
