package dev.foreshock.engine.compare;

import java.util.List;

/**
 * A set of measures that is compared with doing nothing.
 *
 * @param name its name: that of its variant, or several joined with {@code " + "}
 * @param variants the variants that it is made of, in the order in which they are applied; empty for the unchanged scenario
 * @param price what it takes
 * @param reliesOn what must be true for it to be possible at all, such as {@code promo announced}
 */
public record Contender(String name, List<String> variants, Price price, List<String> reliesOn) {
    /** Copies the lists. */
    public Contender {
        variants = List.copyOf(variants);
        reliesOn = List.copyOf(reliesOn);
    }

    /** Tells whether this is some of the measures of {@code other}, but not all, and at least one. */
    public boolean isPartOf(Contender other) {
        return !variants.isEmpty() && variants.size() < other.variants.size() && other.variants.containsAll(variants);
    }

    /** Tells whether this is the scenario as it is. */
    public boolean isUnchanged() {
        return variants.isEmpty();
    }
}
