package dev.foreshock.reports.internal.account;

/**
 * How far one price may be off before another set is the cheapest, as {@code comparison.json} has it.
 *
 * @param price what the price is of
 * @param is what the file gives
 * @param at from which value on the other set is cheaper
 * @param then the name of that set
 * @param isKnown whether it is known to suffice
 */
public record RankingTurn(String price, double is, double at, String then, boolean isKnown) {
    /** Returns by which factor the price may be off, at least 1; infinite if only at nothing, or from nothing on. */
    public double factor() {
        return at > 0 && is > 0 ? Math.max(at / is, is / at) : Double.POSITIVE_INFINITY;
    }
}
