package dev.foreshock.engine.live;

import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.Journal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a part that is no users' saw until the end.
 *
 * @param own the figures of its components, as they themselves know them; without those of a component nobody counted what that one called
 * @param seen how calls to components elsewhere ended for their callers here
 * @param journal changes of state
 * @param gauges gauges of its components, by name, a value for each bin
 */
public record PartReport(
        Map<String, ComponentFigures> own,
        Map<String, ComponentFigures> seen,
        Journal journal,
        Map<String, List<Double>> gauges) {
    /** Copies the maps. */
    public PartReport {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
        seen = Collections.unmodifiableMap(new TreeMap<>(seen));
        gauges = Collections.unmodifiableMap(new TreeMap<>(gauges));
    }
}
