package dev.foreshock.reports.internal.markdown;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Effect.Finding;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.WhyContext;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Changes;
import java.util.ArrayList;
import java.util.List;

/** Sums up for a step of continuous integration what an impact comes from. */
public final class WhySummary {
    private WhySummary() {}

    /** Returns the page. */
    public static Sheet of(Attribution attribution, WhyContext context) {
        Sheet sheet = new Sheet();
        String without = context.without().isEmpty() ? "" : " without " + String.join(", ", context.without());
        Markdown head = new Markdown().heading(2, Sheet.brief(attribution.scenario() + without + ": why"));
        head.item("Outage total", outage(attribution.toll().outageSeconds()));
        head.item(
                "Users affected",
                Amounts.share(attribution.toll().usersAffectedShare().value()));
        if (attribution.isStopped()) {
            head.item("Interrupted: what follows is what was known by then.");
        }
        if (!attribution.toll().isWorthExplaining()) {
            head.item(attribution.isStopped() ? "There was no impact by then." : "There is no impact to explain.");
        }
        sheet.add(0, "the impact", head.blank());
        List<String> rows = new ArrayList<>();
        for (Finding finding : List.of(Finding.WORSENS, Finding.UNCLEAR)) {
            attribution.all(finding).forEach(effect -> rows.add(row(effect)));
        }
        attribution.helpful().forEach(effect -> rows.add(row(effect)));
        attribution.all(Finding.NO_DIFFERENCE).forEach(effect -> rows.add(row(effect)));
        sheet.add(
                1,
                "causes",
                new Markdown()
                        .head("without", "finding", "outage total", "change", "users affected", "change", "crashes"),
                rows);
        return sheet;
    }

    private static String row(Effect effect) {
        return Markdown.cells(
                Sheet.brief(effect.cause().name()),
                word(effect.finding()),
                outage(effect.left().outageSeconds()),
                Changes.of(Dimension.TIME, effect.change().outageSeconds()),
                Amounts.share(effect.left().usersAffectedShare().value()),
                Changes.of(Dimension.SHARE, effect.change().usersAffectedShare()),
                Amounts.count(effect.left().crashes().value()));
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case WORSENS -> "it goes with this";
            case HELPS -> "no cause: helps, it is worse without";
            case UNCLEAR -> "not clear";
            case NO_DIFFERENCE -> "no difference";
        };
    }

    private static String outage(Estimate seconds) {
        return seconds.value() == 0 ? "none" : Amounts.span(Math.rint(seconds.value()));
    }
}
