package dev.foreshock.reports.internal.junit;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyJudgement;
import dev.foreshock.engine.steady.UnjudgedGate;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.SteadyReport;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.util.List;

/** Renders {@code junit.xml} of a steady run: a test case for each gate, skipped where it has no meaning in the long run. */
public final class SteadyJunit {
    private final SteadyReport report;
    private final RunContext context;
    private final StringBuilder xml = new StringBuilder();

    private SteadyJunit(SteadyReport report, RunContext context) {
        this.report = report;
        this.context = context;
    }

    /** Returns the file's text. */
    public static String render(SteadyReport report, RunContext context) {
        SteadyJunit junit = new SteadyJunit(report, context);
        junit.suite();
        return junit.xml.toString();
    }

    private void suite() {
        List<SteadyJudgement> judged = report.gates().judged();
        List<UnjudgedGate> unjudged = report.gates().unjudged();
        String counts = "tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%s\""
                .formatted(
                        judged.size() + unjudged.size(),
                        judged.stream()
                                .filter(gate -> gate.verdict() != Verdict.PASSED)
                                .count(),
                        unjudged.size(),
                        Amounts.fixed(context.wall().toMillis() / 1e3, 3));
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(0, "<testsuites name=\"foreshock\" " + counts + ">");
        line(1, "<testsuite name=\"" + name() + "\" " + counts + " timestamp=\"" + context.started() + "\">");
        line(2, "<properties>");
        property("seed", Long.toString(report.run().seed()));
        property("steady", SteadyWords.span(report.run().lengthNanos()));
        property("verdict", report.gates().verdict().text());
        property("version", context.version());
        line(2, "</properties>");
        judged.forEach(this::testCase);
        unjudged.forEach(gate -> {
            line(2, opening(gate.name(), gate.claim().toString()) + ">");
            line(3, "<skipped message=\"" + escape("not judged: " + gate.reason()) + "\"/>");
            line(2, "</testcase>");
        });
        line(1, "</testsuite>");
        line(0, "</testsuites>");
    }

    private void testCase(SteadyJudgement gate) {
        String opening = opening(gate.name(), gate.claim().toString());
        if (gate.verdict() == Verdict.PASSED) {
            line(2, opening + "/>");
            return;
        }
        String message = message(gate);
        line(2, opening + ">");
        line(
                3,
                "<failure type=\"" + gate.verdict().text() + "\" message=\"" + escape(message) + "\">" + escape(message)
                        + "\n" + escape("replay: " + context.command()) + "</failure>");
        line(2, "</testcase>");
    }

    private static String message(SteadyJudgement gate) {
        Estimate seen = gate.observed();
        String name = gate.claim().observes();
        return name + " was " + (seen == null ? "not observed" : SteadyWords.both(name, seen)) + ", wanted "
                + gate.claim().wants() + (gate.reason().isEmpty() ? "" : "; " + gate.reason());
    }

    private String opening(String gate, String claim) {
        return "<testcase classname=\"" + name() + "\" name=\"" + escape("gate " + gate + ": " + claim)
                + "\" time=\"0\"";
    }

    private String name() {
        return escape(report.scenario().name());
    }

    private void property(String name, String value) {
        line(3, "<property name=\"" + name + "\" value=\"" + escape(value) + "\"/>");
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
