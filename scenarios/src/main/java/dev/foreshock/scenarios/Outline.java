package dev.foreshock.scenarios;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the things of a scenario that results speak of are written: each in the file that has the last word on it, be that an
 * overlay or a file that another begins from.
 *
 * @param record the claims about history, by name
 * @param gates the claims about the service, by name
 * @param variants the variants, by name
 * @param knobs the numbers that are not known exactly, by {@linkplain Knob#path() path}
 */
public record Outline(
        Map<String, Passage> record,
        Map<String, Passage> gates,
        Map<String, Passage> variants,
        Map<String, Passage> knobs) {

    /** Of a scenario that could not be read. */
    public static final Outline NONE = new Outline(Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Outline {
        record = sorted(record);
        gates = sorted(gates);
        variants = sorted(variants);
        knobs = sorted(knobs);
    }

    private static Map<String, Passage> sorted(Map<String, Passage> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
