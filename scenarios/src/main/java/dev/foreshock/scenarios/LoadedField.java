package dev.foreshock.scenarios;

import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Ranking;
import dev.foreshock.engine.unit.Percent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of loading a scenario with everything that may be compared with it.
 *
 * @param loaded the scenario as it is
 * @param field the scenario and its sets of variants, or null if there are errors
 * @param impossible sets of variants that cannot be applied together and take no part, each with the reason
 * @param variants the variants that the file declares
 * @param holds the share of draws in which gates must hold where they name none
 * @param draws how many draws there are for each set, or null where the file does not say
 * @param ranking how prices are compared
 */
public record LoadedField(
        LoadResult loaded,
        @Nullable Field field,
        Map<String, String> impossible,
        List<Variant> variants,
        Percent holds,
        @Nullable Integer draws,
        Ranking ranking) {

    /** Copies the collections. */
    public LoadedField {
        impossible = Collections.unmodifiableMap(new TreeMap<>(impossible));
        variants = List.copyOf(variants);
    }
}
