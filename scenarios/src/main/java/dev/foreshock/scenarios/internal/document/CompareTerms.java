package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.compare.Cost;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Variant;
import dev.foreshock.scenarios.internal.layer.Assembled;
import dev.foreshock.scenarios.internal.layer.CompareForm;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads how measures are compared, and finds what does not fit to what the variants cost. */
final class CompareTerms {

    private final Set<String> units = new TreeSet<>();
    private final Report report;

    private CompareTerms(List<Variant> variants, Report report) {
        this.report = report;
        variants.forEach(variant -> variant.price().costs().forEach(cost -> units.add(cost.unit())));
    }

    static CompareForm read(
            @Nullable Assembled tree,
            List<Variant> variants,
            @Nullable Scenario scenario,
            Catalog catalog,
            Report report) {
        MapNode root = tree == null ? null : tree.effective();
        MapNode section = root != null && root.value("compare") instanceof MapNode map ? map : null;
        CompareForm read = section == null
                ? null
                : new DescriptionReader(catalog).read(section, CompareForm.class, "compare", report);
        CompareForm terms = read == null ? CompareForm.USUAL : read;
        CompareTerms check = new CompareTerms(variants, report);
        check.written(root);
        if (section != null && read != null) {
            check.units(section.value("rank-by"));
            check.units(section.value("worth"));
            check.numbers(section, "worth", read.worth(), 0);
            check.numbers(section, "per-year", read.perYear(), Double.MIN_VALUE);
            check.oneRanking(section, read);
            check.somethingIsDemanded(section, read);
            check.figures(section, read, scenario);
        }
        if (root != null && root.value("variants") instanceof MapNode map) {
            map.entries().forEach(entry -> check.periods(entry.value(), terms));
        }
        return terms;
    }

    /** What a cost is called is known though how much it is cannot be read. */
    private void written(@Nullable MapNode root) {
        if (root == null || !(root.value("variants") instanceof MapNode variants)) {
            return;
        }
        for (MapNode.Entry variant : variants.entries()) {
            if (variant.value() instanceof MapNode map && map.value("costs") instanceof MapNode costs) {
                costs.entries().forEach(cost -> units.add(cost.key().text()));
            }
        }
    }

    /** Requires one way to compare prices: which of two would count cannot be seen. */
    private void oneRanking(MapNode section, CompareForm read) {
        MapNode.Entry order = section.entry("rank-by");
        if (order != null && !read.rankBy().isEmpty() && !read.worth().isEmpty()) {
            report.add(
                    Code.CONFLICT,
                    order.key().site().place(),
                    "prices must be compared in one way, but 'rank-by' and 'worth' are two",
                    "keep 'worth' to compare sums, or 'rank-by' to compare unit after unit");
        }
    }

    private void somethingIsDemanded(MapNode section, CompareForm read) {
        Node holds = section.value("holds");
        if (holds != null && read.holds().share() == 0) {
            report.add(
                    Code.DEMANDS_NOTHING,
                    holds.site().place(),
                    "'holds' must be more than 0%, or every set of variants passes",
                    "holds: 90% is usual");
        }
    }

    /** Requires that what is shown can be read off runs of the scenario. */
    private void figures(MapNode section, CompareForm read, @Nullable Scenario scenario) {
        if (scenario == null || !(section.value("show") instanceof MapNode shown)) {
            return;
        }
        for (MapNode.Entry entry : shown.entries()) {
            Figure figure = read.show().get(entry.key().text());
            Problems problems = new Problems();
            if (figure != null) {
                scenario.check(figure, problems);
            }
            problems.all()
                    .forEach(problem -> report.add(
                            problem.flaw() == Flaw.DANGLING ? Code.DANGLING : Code.UNJUDGEABLE,
                            entry.value().site().place(),
                            problem.message(),
                            problem.help()));
        }
    }

    /** Requires that ranked units are units of some cost. */
    private void units(@Nullable Node ranked) {
        List<TextNode> names = new ArrayList<>();
        if (ranked instanceof ListNode list) {
            list.items().forEach(item -> names.add((TextNode) item));
        } else if (ranked instanceof MapNode map) {
            map.entries().forEach(entry -> names.add(entry.key()));
        } else if (ranked instanceof TextNode one) {
            names.add(one);
        }
        for (TextNode name : names) {
            if (!units.contains(name.text()) && !name.isNull()) {
                report.add(
                        Code.DANGLING,
                        name.site().place(),
                        "'" + name.text() + "' is not a unit that a variant costs",
                        units.isEmpty()
                                ? "no variant has costs yet: costs: { " + name.text() + ": 2 }"
                                : Spelling.hint(name.text(), "units", List.copyOf(units)));
            }
        }
    }

    /** Requires that what units are worth is not negative, that what happens does happen, and that the calendar is left alone. */
    private void numbers(MapNode section, String name, Map<String, Double> values, double least) {
        if (!(section.value(name) instanceof MapNode map)) {
            return;
        }
        for (MapNode.Entry entry : map.entries()) {
            String key = entry.key().text();
            Double value = values.get(key);
            if (value != null && value < least) {
                report.add(
                        Code.RANGE,
                        entry.value().site().place(),
                        "'" + key + "' in '" + name + "' must be " + (least > 0 ? "more than 0" : "at least 0")
                                + ", but was " + entry.value().shape(),
                        "");
            } else if (name.equals("per-year") && Ranking.NONE.timesAYear(key).isPresent()) {
                report.add(
                        Code.CONFLICT,
                        entry.key().site().place(),
                        "'" + key + "' must be as the calendar has it, but is given anew",
                        "take it out, or use another word for what happens");
            }
        }
    }

    /** Requires that it is known how often costs come. */
    private void periods(Node variant, CompareForm terms) {
        if (!(variant instanceof MapNode map) || !(map.value("costs") instanceof MapNode costs)) {
            return;
        }
        for (MapNode.Entry entry : costs.entries()) {
            String text = entry.value() instanceof TextNode cost ? cost.text() : "";
            int slash = text.indexOf('/');
            String period = slash < 0 ? "" : text.substring(slash + 1).strip();
            Cost cost = new Cost(entry.key().text(), 0, period);
            if (terms.ranking().timesAYear(cost.per()).isEmpty()) {
                report.add(
                        Code.DANGLING,
                        entry.value().site().place(),
                        "it must be known how often a year '" + period + "' comes",
                        "write compare: { per-year: { " + period
                                + ": 4 } }, or use year, quarter, month, week, day or hour");
            }
        }
    }
}
