package dev.foreshock.reports.internal.junit;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.ClaimText;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.List;
import java.util.Locale;

/**
 * Renders {@code junit.xml}: a test case for each claim. Claims that do not decide about the verdict are skipped when they
 * did not hold, so that they fail no build.
 */
public final class JunitXml {
    private final RunSet runs;
    private final RunContext context;
    private final Clock clock;
    private final StringBuilder xml = new StringBuilder();

    private JunitXml(RunSet runs, RunContext context) {
        this.runs = runs;
        this.context = context;
        clock = runs.scenario().clock();
    }

    /** Returns the file's text. */
    public static String render(RunSet runs, RunContext context) {
        JunitXml junit = new JunitXml(runs, context);
        junit.suite();
        return junit.xml.toString();
    }

    private void suite() {
        String name = escape(runs.scenario().name());
        String time = Amounts.fixed(context.wall().toMillis() / 1e3, 3);
        String counts = "tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\""
                .formatted(
                        runs.record().size() + runs.gates().size(),
                        deciding().stream().filter(JunitXml::isFailure).count(),
                        deciding().stream().filter(JunitXml::isError).count(),
                        others().stream().filter(JunitXml::isNotPassed).count(),
                        time);
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(0, "<testsuites name=\"foreshock\" " + counts + ">");
        line(1, "<testsuite name=\"" + name + "\" " + counts + " timestamp=\"" + context.started() + "\">");
        properties();
        runs.record().forEach(judgement -> testCase("record", judgement, runs.judgedBy() == JudgedBy.RECORD));
        runs.gates().forEach(judgement -> testCase("gate", judgement, runs.judgedBy() == JudgedBy.GATES));
        line(1, "</testsuite>");
        line(0, "</testsuites>");
    }

    private void properties() {
        line(2, "<properties>");
        property("seed", Long.toString(runs.seed()));
        property("replications", Integer.toString(runs.runs().size()));
        property("scale", Amounts.digits(runs.scale()));
        property("verdict", runs.verdict().text());
        property("judgedBy", runs.judgedBy().name().toLowerCase(Locale.ROOT));
        property("version", context.version());
        line(2, "</properties>");
    }

    private void property(String name, String value) {
        line(3, "<property name=\"" + name + "\" value=\"" + escape(value) + "\"/>");
    }

    private void testCase(String group, Judgement judgement, boolean decides) {
        String opening = "<testcase classname=\"" + escape(runs.scenario().name()) + "\" name=\""
                + escape(group + " " + judgement.name() + ": " + judgement.claim()) + "\" time=\"0\"";
        if (!isNotPassed(judgement)) {
            line(2, opening + "/>");
            return;
        }
        line(2, opening + ">");
        line(3, decides ? problem(judgement) : "<skipped message=\"" + escape(aside(judgement)) + "\"/>");
        line(2, "</testcase>");
    }

    private String problem(Judgement judgement) {
        String element = isError(judgement) ? "error" : "failure";
        String message = message(judgement);
        return "<" + element + " type=\"" + judgement.verdict().text() + "\" message=\"" + escape(message) + "\">"
                + escape(message) + "\n" + escape("replay: " + context.command()) + "</" + element + ">";
    }

    private String aside(Judgement judgement) {
        return "does not decide here (judged by the " + runs.judgedBy().name().toLowerCase(Locale.ROOT) + "); "
                + judgement.verdict().text() + ": " + message(judgement);
    }

    private String message(Judgement judgement) {
        return ClaimText.of(judgement, clock);
    }

    private List<Judgement> deciding() {
        return runs.judgedBy() == JudgedBy.RECORD ? runs.record() : runs.gates();
    }

    private List<Judgement> others() {
        return runs.judgedBy() == JudgedBy.RECORD ? runs.gates() : runs.record();
    }

    private static boolean isNotPassed(Judgement judgement) {
        return judgement.verdict() != Verdict.PASSED;
    }

    private static boolean isError(Judgement judgement) {
        return judgement.verdict() == Verdict.ERROR;
    }

    private static boolean isFailure(Judgement judgement) {
        return isNotPassed(judgement) && !isError(judgement);
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
