package dev.foreshock.engine.live;

import java.util.Arrays;
import java.util.List;

/**
 * A figure that both worlds know of a run.
 *
 * @param phase the phase it is of, as {@link Phase#name}; requests count for the phase they were sent in
 * @param kind what it is
 */
public record Figure(String phase, Kind kind) {
    /** Returns all figures that there can be of phases, in order. */
    public static List<Figure> all(List<Phase> phases) {
        return phases.stream()
                .flatMap(phase -> Arrays.stream(Kind.values()).map(kind -> new Figure(phase.name(), kind)))
                .toList();
    }

    /** What can be compared. */
    public enum Kind {
        /** Requests answered as wanted, in time, per second of the phase. */
        GOODPUT("goodput", "/s"),
        /** The median of the response times of all requests that ended, however they did, in seconds. */
        MEDIAN("response time p50", "s"),
        /** The 99 % quantile of the same. */
        P99("response time p99", "s"),
        /** From the begin of the phase to the first request sent in it that was not answered as wanted, in seconds. */
        FIRST_FAILURE("first failure after", "s"),
        /** From the begin of the phase to the last request sent in it that was not answered as wanted, in seconds. */
        LAST_FAILURE("last failure after", "s");

        private final String text;
        private final String unit;

        Kind(String text, String unit) {
            this.text = text;
            this.unit = unit;
        }

        /** Returns its name for people. */
        public String text() {
            return text;
        }

        /** Returns its unit. */
        public String unit() {
            return unit;
        }
    }
}
