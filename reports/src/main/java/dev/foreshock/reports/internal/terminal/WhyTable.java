package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;

/** The table of causes: what is left without each, how that differs, and what share of the impact goes with it. */
final class WhyTable {
    private static final String GAP = "  ";
    private static final int MOST_NAME = 44;

    private final Attribution attribution;
    private final List<String[]> rows = new ArrayList<>();

    WhyTable(Attribution attribution) {
        this.attribution = attribution;
        rows.add(new String[] {
            "", "without", "outage total", "change", "users affected", "change", "crashes", "of outage", "of users"
        });
        rows.add(row("", "(as it is)", attribution.toll(), "", "", "", ""));
    }

    void section(String label, List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            Estimate seconds = effect.change().outageSeconds();
            Estimate users = effect.change().usersAffectedShare();
            rows.add(row(
                    i == 0 ? label : "",
                    Markup.printable(WhyScreen.name(attribution, effect)),
                    effect.left(),
                    change(seconds, Amounts.span(Math.abs(Math.rint(seconds.value()))), half(seconds)),
                    change(
                            users,
                            Amounts.points(Math.abs(users.value())),
                            Amounts.points(users.halfWidth()).replace(" pt", "")),
                    share(effect.outageShare()),
                    share(effect.usersShare())));
        }
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "-" : Math.round(share * 100) + " %";
    }

    private static String half(Estimate seconds) {
        return Amounts.span(Math.rint(seconds.halfWidth()));
    }

    private static String[] row(
            String label, String name, Toll toll, String seconds, String users, String ofOutage, String ofUsers) {
        return new String[] {
            label,
            name,
            WhyScreen.minutes(toll.outageSeconds()),
            seconds,
            Amounts.share(toll.usersAffectedShare().value()),
            users,
            Amounts.count(toll.crashes().value()),
            ofOutage,
            ofUsers
        };
    }

    private static String change(Estimate change, String size, String half) {
        if (change.value() == 0 && change.halfWidth() == 0) {
            return "none";
        }
        return (change.value() < 0 ? "-" : "+") + size + (change.n() < 2 ? "" : " ±" + half);
    }

    List<String> lines(Paint paint, int width) {
        int[] widths = new int[rows.get(0).length];
        int total = GAP.length() * (widths.length - 1);
        for (int column = 0; column < widths.length; column++) {
            for (String[] row : rows) {
                widths[column] = Math.max(widths[column], Lines.width(row[column]));
            }
            total += widths[column];
        }
        widths[1] = Math.max(Math.min(widths[1], MOST_NAME), widths[1] - Math.max(0, total - width));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(column == 0 ? "" : GAP).append(Lines.fit(rows.get(i)[column], widths[column]));
            }
            String text = line.toString().stripTrailing();
            lines.add(i == 0 ? paint.faint(text) : text);
        }
        return lines;
    }
}
