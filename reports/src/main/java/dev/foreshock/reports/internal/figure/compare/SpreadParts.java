package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.reports.internal.account.Deciding;
import java.util.List;

/**
 * The parts of the spread of one set in whole percent, which add up to 100: each number with its share, what goes with all numbers together
 * and with none of them clearly, and what none explains.
 *
 * @param ofKnobs the share of each deciding number, in their order; 0 where it is not known
 * @param unclear what all numbers explain together, less the shares of each: too little of one to be told from chance
 * @param unexplained what they do not explain
 */
public record SpreadParts(List<Integer> ofKnobs, int unclear, int unexplained) {
    private static final int WHOLE = 100;

    /** Copies the list. */
    public SpreadParts {
        ofKnobs = List.copyOf(ofKnobs);
    }

    /** Returns the parts of the spread of one set, of which these numbers are told. */
    public static SpreadParts of(List<Deciding> ofOneSet) {
        List<Integer> shares = ofOneSet.stream()
                .map(Deciding::share)
                .map(share -> Double.isNaN(share) ? 0 : percent(share))
                .toList();
        int sum = shares.stream().mapToInt(share -> share).sum();
        int explained = ofOneSet.stream()
                .mapToDouble(Deciding::explained)
                .filter(share -> !Double.isNaN(share))
                .mapToInt(SpreadParts::percent)
                .findFirst()
                .orElse(sum);
        int all = Math.min(WHOLE, Math.max(sum, explained));
        return new SpreadParts(shares, Math.max(0, all - sum), WHOLE - all);
    }

    /** Returns what all numbers explain together. */
    public int explained() {
        return WHOLE - unexplained;
    }

    private static int percent(double share) {
        return (int) Math.round(share * WHOLE);
    }
}
