package dev.foreshock.scenarios;

import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.unit.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of loading a scenario with everything that may be compared with it.
 *
 * @param loaded the scenario as it is
 * @param field the scenario and its sets of variants, or null if there are errors
 * @param variants the variants that the file declares
 * @param holds the share of draws in which gates must hold where they name none
 * @param draws how many draws there are for each set, or null where the file does not say
 * @param ranking how prices are compared
 */
public record LoadedField(
        LoadResult loaded,
        @Nullable Field field,
        List<Variant> variants,
        Percent holds,
        @Nullable Integer draws,
        Ranking ranking) {

    /** Copies the list. */
    public LoadedField {
        variants = List.copyOf(variants);
    }
}
