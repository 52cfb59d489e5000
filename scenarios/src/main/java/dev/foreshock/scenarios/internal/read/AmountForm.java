package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.scenarios.Basis;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A number with its basis, as a map.
 *
 * @param is the number
 * @param range what it may be
 * @param basis where it comes from
 * @param source what is behind it
 * @param samples how many observations are behind it
 */
@Doc("A number with its basis: any number of any setting can be given so.")
public record AmountForm(
        @Doc("The number, as the setting needs it.") String is,

        @Doc("What it may be: from .. to, in the same unit.") @Nullable
        String range,

        @Doc("Where it comes from.") @Nullable Basis basis,

        @Doc("The text or measurement behind it.") @Default("")
        String source,

        @Doc("How many observations are behind it.") @Range(min = 1) @Nullable
        Long samples) {

    /** Returns the number and the range that a map has, or null if it has no number. */
    static @Nullable AmountForm bare(MapNode map) {
        TextNode is = Knobs.valueOf(map);
        String range = map.value("range") instanceof TextNode text ? text.text() : null;
        return is == null ? null : new AmountForm(is.text(), range, null, "", null);
    }
}
