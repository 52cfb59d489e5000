package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Markup;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of a steady run. */
public final class SteadyScreen {
    /** Why a verdict is what it is, or what hangs together: the longest column, and no figure. */
    private static final int REMARK = 4;

    private SteadyScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(SteadyReport report, RunContext context, String ending, Page page) {
        SteadyRun run = report.run();
        List<String> lines = new ArrayList<>();
        lines.add(SteadyWords.headline(report.scenario().name(), run, context.wall()));
        lines.add("");
        if (!run.measures().isEmpty()) {
            lines.addAll(Grid.section(measures(run), page, REMARK));
        }
        lines.add(SteadyWords.warmUp(run));
        if (!report.gates().judged().isEmpty()) {
            lines.add("");
            lines.addAll(Grid.section(gates(report.gates().judged()), page, REMARK));
        }
        report.gates()
                .unjudged()
                .forEach(gate -> lines.add(
                        "not judged: " + Markup.printable(gate.name() + ": " + gate.claim()) + ": " + gate.reason()));
        List<String> last = List.of(Paint.of(page).verdict(report.gates().verdict(), ending));
        return within(lines, page) + file(context) + within(last, page);
    }

    /** The name of a file is not broken, so that it can be copied. */
    private static String file(RunContext context) {
        return context.report() == null ? "" : "report  " + Markup.printable(context.report()) + "\n";
    }

    private static String within(List<String> lines, Page page) {
        return lines.stream()
                .flatMap(line -> Lines.within(line, page.width()).stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String[]> gates(List<SteadyJudgement> gates) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"gate", "wanted", "observed", "verdict", ""});
        gates.forEach(gate -> {
            Estimate seen = gate.observed();
            rows.add(new String[] {
                Markup.printable(gate.name()),
                Markup.printable(gate.claim().toString()),
                seen == null ? "-" : SteadyWords.both(gate.claim().observes(), seen),
                gate.verdict().text(),
                gate.reason()
            });
        });
        return rows;
    }

    private static List<String[]> measures(SteadyRun run) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"measure", "value", "95 %", "correlation", ""});
        run.measures().forEach((name, measure) -> {
            Estimate mean = measure.estimate();
            rows.add(new String[] {
                Markup.printable(name),
                SteadyWords.number(name, mean.value()),
                "± " + SteadyWords.number(name, mean.halfWidth()),
                SteadyWords.correlation(measure),
                SteadyWords.trust(measure, run)
            });
        });
        return rows;
    }
}
