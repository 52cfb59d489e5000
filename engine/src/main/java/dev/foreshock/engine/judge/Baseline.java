package dev.foreshock.engine.judge;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an earlier run observed, for claims to be held against. Its values are taken as they are: how certain they were does
 * not count.
 *
 * @param name what messages call it, such as the file it comes from; empty if there is none
 * @param values what was observed, under {@link Claim#observes()}, such as {@code response-time.p99} or
 *     {@code crashes(web)}: means over replications in the base unit of the measure (seconds, shares, counts; points in
 *     time in seconds since the start of the clock); infinite for what never came. Of the full size of the system
 */
@Doc("What an earlier run observed, for claims to be held against.")
public record Baseline(
        @Doc("What messages call it.") @Default("") String name,

        @Doc("What was observed, by measure.") Map<String, Double> values) {
    /** No baseline. */
    public static final Baseline NONE = new Baseline("", Map.of());

    /** Copies the map. */
    public Baseline {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns this baseline for a system of {@code factor} times the size: numbers of requests grow with it. */
    public Baseline scaled(double factor) {
        Map<String, Double> scaled = new TreeMap<>();
        values.forEach((key, value) -> scaled.put(
                key,
                key.startsWith(Measure.REQUESTS_FAILED.text()) || key.startsWith(Measure.REQUESTS_SUCCEEDED.text())
                        ? value * factor
                        : value));
        return new Baseline(name, scaled);
    }
}
