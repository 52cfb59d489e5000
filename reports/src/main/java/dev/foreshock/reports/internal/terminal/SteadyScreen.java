package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts together what a terminal shows of a steady run. */
public final class SteadyScreen {
    private static final int GAP = 2;

    private SteadyScreen() {}

    /** Returns the text, ended by a line break. */
    public static String of(SteadyReport report, Duration wall, String ending, Paint paint) {
        SteadyRun run = report.run();
        StringBuilder screen = new StringBuilder(Markup.printable(report.scenario()) + " · steady run of "
                + span(run.lengthNanos()) + " · seed " + run.seed() + " · " + Amounts.count((double) run.events())
                + " events · " + Amounts.span(wall.toMillis() / 1e3) + "\n\n");
        if (!run.measures().isEmpty()) {
            table(measures(run), screen);
        }
        screen.append(warmUp(run)).append('\n');
        if (!report.gates().judged().isEmpty()) {
            screen.append('\n');
            table(gates(report.gates().judged()), screen);
        }
        report.gates()
                .unjudged()
                .forEach(gate -> screen.append("not judged: ")
                        .append(Markup.printable(gate.name() + ": " + gate.claim()))
                        .append(": ")
                        .append(gate.reason())
                        .append('\n'));
        return screen.append(paint.verdict(report.gates().verdict(), ending))
                .append('\n')
                .toString();
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
                measure.isIndependent() ? (run.isTrusted() ? "trusted" : "") : "its batches hang together"
            });
        });
        return rows;
    }

    private static void table(List<String[]> rows, StringBuilder screen) {
        int[] widths = new int[rows.get(0).length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Lines.width(row[i]));
            }
        });
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(Lines.fit(row[i], widths[i] + GAP));
            }
            screen.append(line.toString().stripTrailing()).append('\n');
        }
        screen.append('\n');
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
