package dev.foreshock.scenarios;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Range;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When, of what and on what machine the numbers of an overlay were measured: what {@code foreshock calibrate} writes down beside them.
 *
 * @param at when the measuring began: a point in time in ISO 8601, in UTC
 * @param lasting how long it was measured
 * @param scenario the scenario whose twin was measured
 * @param overlays the overlay files that it was measured with
 * @param variants the variants that it was measured with
 * @param sets the single settings that it was measured with, of the form {@code path=value}
 * @param processors how many processors the machine had
 * @param jdk the version of Java, such as 17
 * @param os the operating system and what its programs are for, such as {@code Linux amd64}
 * @param parts what stood behind components or in their place that is no part of Foreshock, by component
 */
@Doc(
        "When, of what and on what machine an overlay was measured. `foreshock calibrate` writes it, and `foreshock rehearse --calibrated` asks for it.")
public record MeasuredOn(
        @Doc("When it began, such as 2026-11-30T15:40:12Z.") String at,

        @Doc("How long it was measured.") @Key("for") @Range Duration lasting,

        @Doc("The scenario whose twin was measured.") String scenario,
        @Doc("The overlay files that it was measured with.") List<String> overlays,
        @Doc("The variants that it was measured with.") List<String> variants,

        @Doc("The single settings that it was measured with, such as web.replicas=4.")
        List<String> sets,

        @Doc("How many processors the machine had.") @Range(min = 1, max = 1_000_000)
        int processors,

        @Doc("The version of Java, such as 17.") @Range(min = 1, max = 1000)
        int jdk,

        @Doc("The operating system and what its programs are for, such as Linux amd64.")
        String os,

        @Doc("What stood behind components or in their place that is no part of Foreshock, such as PostgreSQL.")
        Map<String, String> parts) {

    /** Copies the collections. */
    public MeasuredOn {
        overlays = List.copyOf(overlays);
        variants = List.copyOf(variants);
        sets = List.copyOf(sets);
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }
}
