package dev.foreshock.scenarios;

import java.nio.file.Path;
import java.util.List;

/**
 * What is changed about a scenario from outside, in the order in which it counts: later changes win.
 *
 * @param overlays overlay files, first to last
 * @param variants names of variants of the file, first to last
 * @param sets single settings of the form {@code path=value}, such as {@code web.replicas=4}
 */
public record Changes(List<Path> overlays, List<String> variants, List<String> sets) {

    /** No changes. */
    public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Changes {
        overlays = List.copyOf(overlays);
        variants = List.copyOf(variants);
        sets = List.copyOf(sets);
    }

    /** Tells whether nothing is changed. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
