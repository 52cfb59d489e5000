package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of a steady run. */
public final class SteadyScreen {
    /** Why a verdict is what it is, or what hangs together: the longest column, and no figure. */
    private static final int REMARK = 4;

    private SteadyScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(SteadyReport report, Duration wall, String ending, Page page) {
        SteadyRun run = report.run();
        Paint paint = Paint.of(page);
        List<String> lines = new ArrayList<>();
        lines.add(Markup.printable(report.scenario()) + " · steady run of " + span(run.lengthNanos()) + " · seed "
                + run.seed() + " · " + Amounts.count((double) run.events()) + " events · "
                + Amounts.span(wall.toMillis() / 1e3));
        lines.add("");
        if (!run.measures().isEmpty()) {
            lines.addAll(Grid.section(measures(run), page, REMARK));
        }
        lines.add(warmUp(run));
        if (!report.gates().judged().isEmpty()) {
            lines.add("");
            lines.addAll(Grid.section(gates(report.gates().judged()), page, REMARK));
        }
        report.gates()
                .unjudged()
                .forEach(gate -> lines.add(
                        "not judged: " + Markup.printable(gate.name() + ": " + gate.claim()) + ": " + gate.reason()));
        lines.add(paint.verdict(report.gates().verdict(), ending));
        return lines.stream()
                .flatMap(line -> Lines.within(line, page.width()).stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String[]> gates(List<SteadyJudgement> gates) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"gate", "wanted", "observed", "verdict", ""});
        gates.forEach(gate -> {
            Estimate seen = gate.observed();
            String name = gate.claim().observes();
            rows.add(new String[] {
                Markup.printable(gate.name()),
                Markup.printable(gate.claim().toString()),
                seen == null ? "-" : number(name, seen.value()) + " ± " + number(name, seen.halfWidth()),
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
                number(name, mean.value()),
                "± " + number(name, mean.halfWidth()),
                String.format(Locale.ROOT, "%.2f", measure.correlation()),
                measure.isIndependent() ? (run.isTrusted() ? "trusted" : "") : "shorter batches hang together"
            });
        });
        return rows;
    }

    private static String number(String name, double value) {
        if (name.startsWith("response-time.")) {
            return String.format(Locale.ROOT, "%.4g s", value);
        } else if (name.equals("goodput")) {
            return String.format(Locale.ROOT, "%.4g/s", value);
        } else if (name.equals("in-flight")) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        return String.format(Locale.ROOT, "%.2f %%", value * 100);
    }

    private static String warmUp(SteadyRun run) {
        if (run.warmUp().method() == WarmUp.Method.NOT_FOUND) {
            return "it did not settle in the first half, so there is nothing to measure: it never does, or takes a run of "
                    + span(run.wantedNanos()) + " and more";
        }
        return "warm-up of " + span(run.warmUp().nanos()) + " deleted ("
                + (run.warmUp().method() == WarmUp.Method.GIVEN ? "given" : "MSER-5") + "), " + run.batches()
                + " batches; "
                + (run.isTrusted()
                        ? "the intervals are to be trusted"
                        : "no interval is to be trusted, as the run is too short for "
                                + Markup.printable(String.join(", ", run.untrusted())) + ": a run of "
                                + span(run.wantedNanos()) + " would do");
    }

    private static String span(long nanos) {
        return Spans.text(Math.round(nanos / 1e9) * 1_000_000_000L);
    }
}
