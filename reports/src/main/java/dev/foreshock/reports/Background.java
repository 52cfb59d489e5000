package dev.foreshock.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario file says beside what is simulated, for readers.
 *
 * @param givens the numbers that are not known exactly
 * @param measures what each variant is, in a sentence, by name
 */
public record Background(List<Given> givens, Map<String, String> measures) {
    /** Nothing is said. */
    public static final Background NONE = new Background(List.of(), Map.of());

    /** Copies the collections. */
    public Background {
        givens = List.copyOf(givens);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }
}
