package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.engine.compare.FlipTogether.Move;
import dev.foreshock.engine.compare.RankingFlip;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.internal.account.Deciding.Search;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code comparison.json}. */
public final class MeasuresReader {
    private static final String KNOBS = "knobs.";
    private static final double MOST_SECONDS = 3650 * 86_400.0;

    private MeasuresReader() {}

    /**
     * Returns what the text of a {@code comparison.json} says.
     *
     * @throws UnreadableException if it is no such text
     */
    public static Measures read(String text) {
        return read(root(text));
    }

    private static Fields root(String text) {
        return new Fields(AccountReader.tree(text, "comparison.json"), "");
    }

    private static Measures read(Fields root) {
        List<MeasureSet> sets =
                root.list("variants").stream().map(MeasureSetReader::read).toList();
        Coherence.require(root, sets);
        String cheapest = root.has("cheapestSufficient") ? root.text("cheapestSufficient") : "";
        Map<String, String> same = new LinkedHashMap<>();
        Fields twins = root.at("sameAs");
        twins.names().forEach(name -> same.put(name, twins.text(name)));
        return new Measures(
                root.whole("seed"),
                root.count("draws"),
                root.share("holdsWanted"),
                shares(root.at("gates")),
                clock(root.at("clock")),
                knobs(root),
                new Rates(
                        root.at("ranking").texts("rankBy"),
                        numbers(root.at("ranking").at("worth")),
                        numbers(root.at("ranking").at("perYear")),
                        !root.at("ranking").has("complete")
                                || root.at("ranking").flag("complete")),
                sets,
                same,
                root.texts("untried"),
                root.texts("notNeeded"),
                cheapest,
                root.list("rankingFlips").stream().map(MeasuresReader::turn).toList(),
                deciders(root),
                root.list("flipsTogether").stream()
                        .map(MeasuresReader::together)
                        .toList(),
                unsought(root.at("remaining")),
                root.flag("interrupted"));
    }

    /**
     * Returns what the text of a {@code comparison.json} says of {@code scenario}.
     *
     * @throws UnreadableException if it is no such text, or one of another scenario
     */
    public static Measures read(String text, String scenario) {
        Fields root = root(text);
        String compared = root.text("scenario");
        if (!compared.equals(scenario)) {
            throw new UnreadableException(
                    "/scenario must be that of result.json, " + scenario + ", but was " + compared);
        }
        return read(root);
    }

    private static Map<String, Double> shares(Fields of) {
        Map<String, Double> shares = new LinkedHashMap<>();
        of.names().forEach(name -> shares.put(name, of.share(name)));
        return shares;
    }

    private static Map<String, Double> numbers(Fields of) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        of.names().forEach(name -> numbers.put(name, of.number(name)));
        return numbers;
    }

    /** Files of earlier versions have no clock: nothing in them is a point in time. */
    private static Clock clock(Fields clock) {
        if (clock.names().isEmpty()) {
            return new Clock(OffsetDateTime.parse("1970-01-01T00:00Z"), Duration.ofDays(1));
        }
        double seconds = clock.number("lengthSeconds");
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new UnreadableException(
                    clock.where() + "/lengthSeconds must be above 0 and at most ten years, but was " + seconds);
        }
        return new Clock(clock.time("start"), Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    private static List<DrawnKnob> knobs(Fields root) {
        List<DrawnKnob> knobs = new ArrayList<>();
        for (Fields knob : root.list("drawn")) {
            knobs.add(new DrawnKnob(
                    new Given(
                            knob.text("knob"),
                            knob.text("is"),
                            knob.text("range"),
                            knob.text("basis"),
                            knob.text("source")),
                    knob.texts("only")));
        }
        if (knobs.isEmpty()) {
            root.texts("knobs").forEach(path -> knobs.add(new DrawnKnob(new Given(path, "", "", "", ""), List.of())));
        }
        return knobs;
    }

    private static RankingFlip turn(Fields flip) {
        return new RankingFlip(
                flip.text("price"),
                flip.amount("is"),
                flip.amount("flipsAt"),
                flip.text("then"),
                flip.text("suffices").equals(Verdict.PASSED.text()));
    }

    private static List<Deciding> deciders(Fields root) {
        List<Deciding> deciders = new ArrayList<>();
        List<String> unsought = unsought(root.at("remaining")).knobs();
        for (Fields one : root.list("decidedBy")) {
            String knob = one.text("knob");
            deciders.add(new Deciding(
                    one.text("variant"),
                    one.text("gate"),
                    shortened(knob),
                    one.has("share") ? one.share("share") : Double.NaN,
                    one.has("explainedShare") ? one.share("explainedShare") : Double.NaN,
                    one.has("flipsAt") ? one.text("flipsAt") : "",
                    one.flag("holdsAbove"),
                    search(one, root.flag("interrupted") || unsought.contains(knob))));
        }
        return deciders;
    }

    private static String shortened(String knob) {
        return knob.startsWith(KNOBS) ? knob.substring(KNOBS.length()) : knob;
    }

    private static FlipTogether together(Fields flip) {
        List<Move> moves = flip.list("knobs").stream()
                .map(knob -> new Move(shortened(knob.text("knob")), knob.text("is"), knob.text("at")))
                .toList();
        return new FlipTogether(flip.text("variant"), flip.flag("holdsAsWritten"), moves, flip.flag("found"));
    }

    /** Tells how far the search over a knob came; {@code isCut} if searches were cut off for want of budget or by a person. */
    private static Search search(Fields one, boolean isCut) {
        if (one.has("flipsAt")) {
            return Search.FOUND;
        } else if (isCut) {
            return Search.NOT_DONE;
        }
        return one.flag("searched") ? Search.NONE_IN_RANGE : Search.NOT_WORTH_IT;
    }

    private static Unsought unsought(Fields remaining) {
        return new Unsought(
                remaining.texts("knobs"), remaining.has("budgetEvents") ? remaining.whole("budgetEvents") : 0);
    }
}
