package dev.foreshock.reports;

import dev.foreshock.engine.compare.SettingChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario file says beside what is simulated, for readers.
 *
 * @param givens the numbers that are not known exactly
 * @param measures what each variant is, in a sentence, by name
 * @param changes the settings that each variant changes, by its name
 */
public record Background(List<Given> givens, Map<String, String> measures, Map<String, List<SettingChange>> changes) {
    /** Nothing is said. */
    public static final Background NONE = new Background(List.of(), Map.of(), Map.of());

    /** Copies the collections. */
    public Background {
        givens = List.copyOf(givens);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        Map<String, List<SettingChange>> copies = new LinkedHashMap<>();
        changes.forEach((name, settings) -> copies.put(name, List.copyOf(settings)));
        changes = Collections.unmodifiableMap(copies);
    }
}
