package dev.foreshock.faults.internal.evidence;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts findings together, and figures into words. */
final class Findings {
    private static final long KILO = 1000;

    private Findings() {}

    /** Returns the finding about a fault that was looked at in several places: it touched something if it did so anywhere. */
    static Finding of(List<Finding> places) {
        if (places.stream().anyMatch(Finding.Touched.class::isInstance)) {
            return new Finding.Touched(texts(places, Finding.Touched.class::isInstance));
        }
        return places.stream().anyMatch(Finding.Unknown.class::isInstance)
                ? new Finding.Unknown(texts(places, Finding.Unknown.class::isInstance))
                : new Finding.Nothing(texts(places, place -> true));
    }

    private static String texts(List<Finding> places, Predicate<Finding> which) {
        return places.stream().filter(which).map(Finding::text).distinct().collect(Collectors.joining("; "));
    }

    static String connections(long count) {
        return count + (count == 1 ? " connection" : " connections");
    }

    static String bytes(long count) {
        return count < KILO
                ? count + (count == 1 ? " byte" : " bytes")
                : String.format(Locale.ROOT, "%.1f kB", (double) count / KILO);
    }
}
