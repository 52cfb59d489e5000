package dev.foreshock.engine.limit;

import java.util.List;

/**
 * The limit of a system that breaks it.
 *
 * @param limit the setting, as {@code --set} takes it, such as {@code web.workers}
 * @param found how it was found
 * @param heldIn in how many seeds everything held just above the breaking point with this limit taken away, alone or, after
 *     {@link Found#BY_UTILIZATION}, with all others
 * @param of of how many
 * @param alike other limits that did as well: taking any one of them away alone would do, as far as was tried
 */
public record Bottleneck(String limit, Found found, int heldIn, int of, List<String> alike) {
    /** How a bottleneck is found. */
    public enum Found {
        /** Without it, and nothing else changed, everything holds just above the breaking point. */
        BY_TRIAL,
        /** No limit alone is to blame; of what is saturated, this is the busiest. */
        BY_UTILIZATION
    }

    /** Copies the list. */
    public Bottleneck {
        alike = List.copyOf(alike);
    }
}
