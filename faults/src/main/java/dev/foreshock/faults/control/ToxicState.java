package dev.foreshock.faults.control;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A toxic, as a server tells of it or is told to make it. Its type need not be known to Foreshock.
 *
 * @param name its name, unique on its proxy
 * @param type its type, such as {@code latency}
 * @param stream what it strikes, in Toxiproxy's words: what callers send goes up, what they are answered goes down
 * @param toxicity the share of connections that it strikes, from 0 to 1
 * @param attributes its attributes as a JSON object, sorted by name
 */
public record ToxicState(String name, String type, String stream, double toxicity, String attributes) {
    /** Returns a toxic whose attributes are whole numbers. */
    public static ToxicState of(
            String name, String type, String stream, double toxicity, SortedMap<String, Long> attributes) {
        return new ToxicState(
                name,
                type,
                stream,
                toxicity,
                attributes.entrySet().stream()
                        .map(entry -> '"' + entry.getKey() + "\":" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
    }
}
