package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.cause.Attribution;
import dev.foreshock.engine.cause.Effect;
import dev.foreshock.engine.cause.Effect.Finding;
import dev.foreshock.engine.cause.Toll;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Markup;
import java.util.ArrayList;
import java.util.List;

/** The table of causes: what is left without each, how that differs, and what share of the impact goes with it. */
final class WhyTable {
    private static final int USERS = 4;
    private static final int USERS_CHANGE = 5;
    private static final int CRASHES = 6;
    private static final int OF_OUTAGE = 7;
    private static final int OF_USERS = 8;

    private final Attribution attribution;
    private final List<String[]> rows = new ArrayList<>();

    WhyTable(Attribution attribution) {
        this.attribution = attribution;
        rows.add(new String[] {
            "",
            "without",
            "outage total",
            "change",
            "users affected",
            "users change",
            "crashes",
            "of outage",
            "of users"
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
                    share(effect, effect.outageShare()),
                    share(effect, effect.usersShare())));
        }
    }

    /** No part of an impact goes with what keeps it down. */
    private static String share(Effect effect, double share) {
        return Double.isNaN(share) || effect.finding() == Finding.HELPS ? "-" : Math.round(share * 100) + " %";
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

    /** What causes are ranked by stays in the row. */
    List<String> lines(Paint paint, int width) {
        Grid grid = new Grid("", rows.get(0));
        rows.stream().skip(1).forEach(grid::row);
        return grid.lines(paint, width, CRASHES, USERS, USERS_CHANGE, OF_USERS, OF_OUTAGE);
    }
}
