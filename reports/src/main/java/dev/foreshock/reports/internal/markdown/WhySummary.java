package dev.foreshock.reports.internal.markdown;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Effect.Finding;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.WhyContext;
import dev.foreshock.reports.internal.figure.MeasureWords;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sums up for a step of continuous integration what an impact comes from. */
public final class WhySummary {
    private static final double SECONDS_PER_MINUTE = 60;

    private WhySummary() {}

    /** Returns the page. */
    public static Sheet of(Attribution attribution, WhyContext context) {
        Sheet sheet = new Sheet();
        String without = context.without().isEmpty() ? "" : " without " + String.join(", ", context.without());
        Markdown head = new Markdown().heading(2, Sheet.brief(attribution.scenario() + without + ": why"));
        head.item(
                "Outage",
                MeasureWords.minutes(attribution.toll().outageSeconds().value() / SECONDS_PER_MINUTE));
        head.item(
                "Users affected",
                Amounts.share(attribution.toll().usersAffectedShare().value()));
        if (!attribution.toll().isWorthExplaining()) {
            head.item("There is no impact to explain.");
        }
        sheet.add(0, "the impact", head.blank());
        List<String> rows = new ArrayList<>();
        for (Finding finding : List.of(Finding.WORSENS, Finding.HELPS, Finding.UNCLEAR, Finding.NO_DIFFERENCE)) {
            attribution.all(finding).forEach(effect -> rows.add(row(effect)));
        }
        sheet.add(
                1,
                "causes",
                new Markdown().head("without", "finding", "outage", "change", "users affected", "change", "crashes"),
                rows);
        return sheet;
    }

    private static String row(Effect effect) {
        return Markdown.cells(
                Sheet.brief(effect.cause().name()),
                effect.finding().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                MeasureWords.minutes(effect.left().outageSeconds().value() / SECONDS_PER_MINUTE),
                MeasureWords.changedMinutes(minutes(effect.change().outageSeconds())),
                Amounts.share(effect.left().usersAffectedShare().value()),
                MeasureWords.changedShare(effect.change().usersAffectedShare()),
                Amounts.count(effect.left().crashes().value()));
    }

    private static Estimate minutes(Estimate seconds) {
        return new Estimate(
                seconds.value() / SECONDS_PER_MINUTE,
                seconds.low() / SECONDS_PER_MINUTE,
                seconds.high() / SECONDS_PER_MINUTE,
                seconds.n());
    }
}
