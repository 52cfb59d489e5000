package dev.foreshock.reports;

import dev.foreshock.reports.internal.account.RehearsalReader;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal was predicted with that was measured before.
 *
 * @param file the overlay, as it was named
 * @param measured when it was measured: a point in time in ISO 8601; empty where a rehearsal of an older version does not say
 * @param processors how many processors the machine had that it was measured on
 * @param jdk the version of Java there, such as 17
 * @param os the operating system there and what its programs are for, such as {@code Linux amd64}
 * @param parts what of the measured twin was no part of Foreshock, by component
 * @param sha256 the SHA-256 of the overlay, in hexadecimal digits; empty where a rehearsal of an older version does not say
 */
public record Calibrated(
        String file, String measured, int processors, int jdk, String os, Map<String, String> parts, String sha256) {
    /** Copies the map. */
    public Calibrated {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * Returns what the text of a {@code rehearsal.json} says it was predicted with; null if that was the scenario alone.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static @Nullable Calibrated read(String rehearsal) {
        return RehearsalReader.calibrated(rehearsal);
    }

    /** Returns it for people, such as {@code calibrated with c.yaml, measured 2026-11-30 on 2 processors, JDK 17}. */
    public String text() {
        if (measured.isEmpty()) {
            return "calibrated with " + file;
        }
        int time = measured.indexOf('T');
        return "calibrated with " + file + ", measured " + (time < 0 ? measured : measured.substring(0, time)) + " on "
                + processors + (processors == 1 ? " processor" : " processors") + ", JDK " + jdk;
    }
}
