package dev.foreshock.engine.live;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scrape of one part reads.
 *
 * @param own what its components say of themselves, by name
 * @param seen what was seen of components elsewhere, by name
 */
public record Scrape(Map<String, Reading> own, Map<String, Seen> seen) {
    /** Copies the maps. */
    public Scrape {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
        seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    }
}
