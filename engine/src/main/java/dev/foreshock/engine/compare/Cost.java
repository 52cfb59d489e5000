package dev.foreshock.engine.compare;

import dev.foreshock.engine.unit.Quantity;

/**
 * What a measure takes of one thing. Files write {@code days: 2} or {@code server-hours: 26280/year}.
 *
 * @param unit what it takes, such as {@code days}
 * @param amount how much of it, not negative
 * @param per how often: {@code year}, or another word that the ranking knows; empty for once
 */
public record Cost(String unit, double amount, String per) {
    /**
     * Creates a cost.
     *
     * @throws IllegalArgumentException if the amount is negative or no number
     */
    public Cost {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("a cost must not be negative, but was " + amount);
        }
    }

    /** Returns this cost of another unit. */
    public Cost of(String thing) {
        return new Cost(thing, amount, per);
    }

    @Override
    public String toString() {
        String number = Quantity.number(amount);
        String thing = amount == 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return number + " " + thing + (per.isEmpty() ? "" : "/" + per);
    }
}
