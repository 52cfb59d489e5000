package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.text.Readings;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of the page to look things up in: figures by component, and how to repeat the run. */
final class Facts {
    private final RunSet runs;
    private final StringBuilder html = new StringBuilder();

    private Facts(RunSet runs) {
        this.runs = runs;
    }

    static String components(RunSet runs) {
        Facts facts = new Facts(runs);
        facts.componentTable();
        return facts.html.toString();
    }

    static String origin(RunSet runs, RunContext context) {
        return "<p><code>" + escape(context.command()) + "</code></p>\n<p>Seed " + runs.seed() + ", "
                + runs.runs().size() + " replications, "
                + escape(runs.exemplarRun().world()) + "; Foreshock "
                + escape(context.version()) + " on Java " + escape(context.java()) + ", " + context.started()
                + ". Intervals are 95 % confidence intervals over replications: they show chance, not how well the inputs are known.</p>\n";
    }

    private void componentTable() {
        Set<String> names = new TreeSet<>();
        runs.runs().forEach(run -> names.addAll(run.components().keySet()));
        if (names.isEmpty()) {
            return;
        }
        html.append("<h2>Components</h2>\n<table><thead><tr>");
        for (String head : new String[] {
            "component", "arrivals", "completions", "utilization", "queue length", "waiting time", "response time"
        }) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (String name : names) {
            html.append("<tr><td>").append(escape(name)).append("</td>");
            cell(name, Dimension.COUNT, figures -> (double) figures.arrivals());
            cell(name, Dimension.COUNT, figures -> (double) figures.completions());
            cell(name, Dimension.SHARE, ComponentFigures::utilization);
            cell(name, Dimension.COUNT, ComponentFigures::queueLength);
            cell(name, Dimension.TIME, ComponentFigures::waitingTime);
            cell(name, Dimension.TIME, ComponentFigures::responseTime);
            html.append("</tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void cell(String name, Dimension dimension, Function<ComponentFigures, @Nullable Double> figure) {
        Estimate estimate = runs.estimate(run -> {
            ComponentFigures figures = run.components().get(name);
            Double value = figures == null ? null : figure.apply(figures);
            return value == null ? Double.NaN : value;
        });
        html.append("<td>")
                .append(
                        estimate == null
                                ? "–"
                                : escape(Readings.both(
                                        dimension, estimate, runs.scenario().clock())))
                .append("</td>");
    }
}
