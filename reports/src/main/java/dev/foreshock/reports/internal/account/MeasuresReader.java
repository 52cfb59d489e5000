package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code comparison.json}. */
public final class MeasuresReader {
    private static final String KNOBS = "knobs.";

    private MeasuresReader() {}

    /**
     * Returns what the text of a {@code comparison.json} says.
     *
     * @throws UnreadableException if it is no such text
     */
    public static Measures read(String text) {
        Fields root = new Fields(AccountReader.tree(text, "comparison.json"), "");
        List<MeasureSet> sets =
                root.list("variants").stream().map(MeasuresReader::set).toList();
        if (sets.isEmpty()) {
            throw new UnreadableException("/variants of comparison.json must not be empty");
        }
        Map<String, String> same = new LinkedHashMap<>();
        Fields twins = root.at("sameAs");
        twins.names().forEach(name -> same.put(name, twins.text(name)));
        Map<String, Double> gates = new LinkedHashMap<>();
        Fields demands = root.at("gates");
        demands.names().forEach(name -> gates.put(name, demands.share(name)));
        Double explained = root.numberOrNull("explainedShare");
        return new Measures(
                root.whole("seed"),
                root.count("draws"),
                root.share("holdsWanted"),
                gates,
                root.texts("knobs"),
                sets,
                same,
                root.texts("untried"),
                root.has("cheapestSufficient") ? root.text("cheapestSufficient") : "",
                deciders(root),
                explained == null ? Double.NaN : explained,
                root.flag("interrupted"));
    }

    private static MeasureSet set(Fields set) {
        Fields change = set.at("differences");
        return new MeasureSet(
                set.text("name"),
                set.texts("variants"),
                AccountReader.verdict(set),
                set.has("drawsToDecide") ? set.count("drawsToDecide") : 0,
                set.text("price"),
                set.texts("reliesOn"),
                band(set, "outageMinutes"),
                band(set, "usersAffectedShare"),
                band(set, "requestsLost"),
                AccountReader.estimate(set.at("holds")),
                estimate(change, "outageMinutes"),
                estimate(change, "usersAffectedShare"),
                estimate(change, "requestsLost"));
    }

    private static MeasureSet.Band band(Fields set, String name) {
        Fields spread = set.at("spread").at(name);
        return new MeasureSet.Band(set.amount(name), spread.amount("p10"), spread.amount("p90"), set.count("draws"));
    }

    private static @Nullable Estimate estimate(Fields change, String name) {
        return change.has(name) ? AccountReader.estimate(change.at(name)) : null;
    }

    private static List<Deciding> deciders(Fields root) {
        List<Deciding> deciders = new ArrayList<>();
        for (Fields one : root.list("decidedBy")) {
            String knob = one.text("knob");
            Double share = one.numberOrNull("share");
            deciders.add(new Deciding(
                    one.text("variant"),
                    one.text("gate"),
                    knob.startsWith(KNOBS) ? knob.substring(KNOBS.length()) : knob,
                    share == null ? Double.NaN : share,
                    one.has("flipsAt") ? one.text("flipsAt") : "",
                    one.flag("holdsAbove")));
        }
        return deciders;
    }
}
