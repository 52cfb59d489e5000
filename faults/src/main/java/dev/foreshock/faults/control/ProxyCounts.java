package dev.foreshock.faults.control;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server has counted of a proxy.
 *
 * @param open how many connections are open
 * @param accepted how many came in since the proxy was created
 * @param cut how many were open when it was last turned off
 * @param toxics what each of its toxics has struck since it was added, by name
 * @param effects what each of its effects has struck since it was added, by name
 */
public record ProxyCounts(long open, long accepted, long cut, Map<String, Struck> toxics, Map<String, Struck> effects) {
    /** Copies the maps. */
    public ProxyCounts {
        toxics = Collections.unmodifiableMap(new TreeMap<>(toxics));
        effects = Collections.unmodifiableMap(new TreeMap<>(effects));
    }

    /**
     * What a toxic has struck.
     *
     * @param connections how many connections had anything come to it
     * @param bytes how many bytes came to it
     */
    public record Struck(long connections, long bytes) {}
}
