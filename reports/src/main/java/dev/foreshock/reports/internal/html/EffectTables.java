package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.reports.internal.account.GateSight;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import java.util.ArrayList;
import java.util.List;

/** What every set of measures comes to: gate by gate, and what it changes, run for run. */
final class EffectTables {
    private EffectTables() {}

    static String of(Measures measures) {
        return gates(measures) + changes(measures);
    }

    private static String gates(Measures measures) {
        List<GateSight> gates = measures.unchanged().gates();
        if (gates.isEmpty()) {
            return "";
        }
        List<String> heads = new ArrayList<>(List.of("set"));
        gates.forEach(gate -> heads.add(gate.seen().name() + ": " + gate.seen().measure() + " " + gate.wanted()));
        Table table = Table.fitting(
                "Gate by gate: what was observed, and in which share of draws the gate holds",
                heads.toArray(String[]::new));
        for (MeasureSet set : measures.sets()) {
            List<String> cells = new ArrayList<>(List.of(escape(set.name())));
            set.gates()
                    .forEach(gate -> cells.add(Sections.badge(gate.verdict()) + "<br>"
                            + Table.unbroken(SetWords.figure(gate.seen(), measures.clock())) + "<br>"
                            + Table.unbroken("holds in " + SetWords.holds(gate.holds()))));
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String changes(Measures measures) {
        List<String> heads = new ArrayList<>(
                List.of("set", "change of " + SetWords.OUTAGE_TOTAL, "change of users affected", "requests lost"));
        measures.unchanged().shown().forEach(seen -> heads.add(seen.name() + ": " + seen.measure()));
        Table table =
                Table.fitting("What each set changes, and what else is shown of it", heads.toArray(String[]::new));
        for (MeasureSet set : measures.sets()) {
            List<String> cells = new ArrayList<>(List.of(
                    escape(set.name()),
                    Table.unbroken(SetWords.change(set.outage())),
                    Table.unbroken(SetWords.change(set.affected())),
                    both(set.lost(), measures)));
            set.shown().forEach(seen -> cells.add(both(seen, measures)));
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String both(Sight seen, Measures measures) {
        return Table.unbroken(SetWords.figure(seen, measures.clock()))
                + (seen.change() == null ? "" : "<br>" + Table.unbroken("change " + SetWords.change(seen)));
    }
}
