package dev.foreshock.engine.result;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the requests that users sent; a refresh is a request of its own.
 *
 * @param offered requests sent
 * @param succeeded requests answered as wanted, in time
 * @param failed requests that ended otherwise
 * @param inFlight requests without an end when the run ended
 * @param outcomes requests by how they ended, under {@link Outcome#text()}
 */
public record Requests(long offered, long succeeded, long failed, long inFlight, Map<String, Long> outcomes) {
    /** Copies the map. */
    public Requests {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }
}
