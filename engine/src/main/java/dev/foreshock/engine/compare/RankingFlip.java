package dev.foreshock.engine.compare;

/**
 * How far one price may be off before another set of measures is the cheapest, all other prices as given.
 *
 * @param price what the price is of, such as {@code days of review}, {@code worth of days} or {@code promo, times a
 *     year}
 * @param is what was given
 * @param at the nearest value, not negative, from which on the other set is cheaper
 * @param then the name of the set that is the cheapest from there on
 * @param isKnown whether that set is known to suffice; else it held in every draw so far
 */
public record RankingFlip(String price, double is, double at, String then, boolean isKnown) {
    /** Returns by which factor the price may be off, at least 1; infinite if only at nothing, or from nothing on. */
    public double factor() {
        return at > 0 && is > 0 ? Math.max(at / is, is / at) : Double.POSITIVE_INFINITY;
    }
}
