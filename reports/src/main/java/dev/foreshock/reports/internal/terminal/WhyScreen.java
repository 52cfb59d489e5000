package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Cause;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Effect.Finding;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.Page;
import dev.foreshock.reports.WhyContext;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** Puts together what a terminal shows of what an impact comes from. */
public final class WhyScreen {
    private static final int LABEL = 18;
    private static final double ALL = 0.995;

    private final Attribution attribution;
    private final WhyContext context;
    private final Page page;
    private final Paint paint;
    private final StringBuilder screen = new StringBuilder();

    private WhyScreen(Attribution attribution, WhyContext context, Page page) {
        this.attribution = attribution;
        this.context = context;
        this.page = page;
        paint = Paint.of(page);
    }

    /** Returns the text, ended by a line break. */
    public static String of(Attribution attribution, WhyContext context, Page page) {
        WhyScreen screen = new WhyScreen(attribution, context, page);
        screen.head();
        if (attribution.toll().isWorthExplaining()) {
            screen.table();
            screen.notes();
        } else {
            screen.nothing();
        }
        return screen.screen.toString();
    }

    private void head() {
        int replications = attribution.plan().replications();
        int causes = attribution.effects().size() + attribution.untried().size();
        String without = context.without().isEmpty()
                ? ""
                : " · without " + Markup.printable(String.join(", ", context.without()));
        line(Markup.printable(attribution.scenario()) + without
                + (causes == 0 ? "" : " · " + causes + (causes == 1 ? " cause" : " causes"))
                + (replications == 1 ? " · 1 replication (n=1)" : " · " + replications + " replications")
                + ", same users and draws in each · seed " + attribution.plan().seed() + " · "
                + Amounts.count((double) attribution.spentEvents()) + " events · "
                + Amounts.span(context.wall().toMillis() / 1e3));
        Toll toll = attribution.toll();
        line("impact: outage total " + minutes(toll.outageSeconds())
                + plusMinus(Amounts.span(Math.rint(toll.outageSeconds().halfWidth())), toll.outageSeconds()) + ", "
                + Amounts.share(toll.usersAffectedShare().value()) + " of users affected"
                + plusMinus(Amounts.points(toll.usersAffectedShare().halfWidth()), toll.usersAffectedShare()) + ", "
                + Amounts.count(toll.crashes().value()) + (toll.crashes().value() == 1 ? " crash" : " crashes"));
        if (attribution.isStopped()) {
            line(paint.verdict(Verdict.INCONCLUSIVE, "interrupted: what follows is what was known by then"));
        }
        line("");
    }

    private static String plusMinus(String half, Estimate estimate) {
        return estimate.n() < 2 ? "" : " ±" + half;
    }

    private void nothing() {
        if (attribution.isStopped()) {
            line("no impact in the replications that ended by then (n="
                    + attribution.toll().outageSeconds().n() + ")");
            return;
        }
        line("no impact to explain: there is none, and fewer than " + Amounts.share(Toll.WORTH_EXPLAINING)
                + " of the users are affected");
    }

    private void table() {
        WhyTable table = new WhyTable(attribution);
        table.section("it goes with", attribution.all(Finding.WORSENS));
        table.section("not clear", attribution.all(Finding.UNCLEAR));
        table.section("helps", attribution.helpful());
        table.lines(paint, page.width()).forEach(this::unbroken);
        line("");
        if (!attribution.helpful().isEmpty()) {
            note(
                    "helps",
                    "what makes it worse to take away is no cause: it keeps the impact down, the first of these most");
        }
        List<Effect> same = attribution.all(Finding.NO_DIFFERENCE);
        if (!same.isEmpty()) {
            entry(
                    "no difference",
                    same.stream().map(effect -> name(attribution, effect)).toList());
        }
        if (!attribution.trivial().isEmpty()) {
            note(
                    "not ranked",
                    attribution.trivial().stream().map(Cause::name).collect(Collectors.joining(", "))
                            + ": without it nobody comes at all, so nothing can go wrong");
        }
        if (!attribution.untried().isEmpty()) {
            entry("not run", attribution.untried().stream().map(Cause::name).toList());
            line(" ".repeat(LABEL)
                    + (attribution.isStopped()
                            ? "it was interrupted before"
                            : "the budget was spent; --budget takes more"));
        }
    }

    private void notes() {
        List<Effect> parts = attribution.all(Finding.WORSENS);
        double most = parts.stream().mapToDouble(Effect::share).max().orElse(0);
        together(parts);
        if (most < ALL) {
            line(label("alone") + (parts.isEmpty() ? "no cause" : "none of them")
                    + (attribution.untried().isEmpty() ? "" : " that was run")
                    + " takes all of it away; one may stand in for another: --without A asks why with A gone");
        }
        if (attribution.plan().replications() == 1) {
            line(label("sure?") + "one replication shows no chance; --replications 4 does");
        }
        if (!parts.isEmpty()) {
            unbroken(label("see it") + context.base() + " --without "
                    + Markup.printable(parts.get(0).cause().name()));
        }
    }

    /** Shares that add up to more than all say that the impact needs several parts at once. */
    private void together(List<Effect> parts) {
        List<String> whole = parts.stream()
                .filter(effect -> effect.share() >= ALL && !isMemberOfAnother(effect, parts))
                .map(effect -> name(attribution, effect))
                .toList();
        String what = Double.isNaN(parts.isEmpty() ? 0 : parts.get(0).outageShare()) ? "affected users" : "outage";
        if (whole.size() > 1) {
            note(
                    "together",
                    "without any one of " + String.join(" and ", whole) + " nothing is left of the " + what
                            + ": it needs them all at once, so shares do not add up to 100 %");
        } else if (attribution.shareOfAll() > 1 + (1 - ALL)) {
            note(
                    "together",
                    "the " + what + " needs several of these at once, and what needs two of them goes with either:"
                            + " shares do not add up to 100 %");
        }
    }

    private static boolean isMemberOfAnother(Effect effect, List<Effect> parts) {
        return parts.stream()
                .anyMatch(
                        group -> effect.cause().name().startsWith(group.cause().name() + "."));
    }

    /** Returns the name of a cause; what is several curves together is told from all traffic of the class. */
    static String name(Attribution attribution, Effect effect) {
        return effect.cause().name() + (attribution.isGroup(effect) ? " (all but the usual)" : "");
    }

    private void note(String label, String text) {
        List<String> lines = Lines.wrap(Markup.printable(text), page.width() - LABEL);
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? label(label) : " ".repeat(LABEL)) + lines.get(i));
        }
    }

    private void entry(String label, List<String> names) {
        note(label, String.join(", ", names));
    }

    private static String label(String label) {
        return Lines.fit(label, LABEL);
    }

    /** Returns a length of time in whole seconds. */
    static String minutes(Estimate seconds) {
        return seconds.value() == 0 ? "none" : Amounts.span(Math.rint(seconds.value()));
    }

    private void line(String text) {
        Lines.within(text, page.width()).forEach(this::unbroken);
    }

    /** Writes what can be copied, such as a command: as it is, however long. */
    private void unbroken(String text) {
        screen.append(text).append('\n');
    }
}
