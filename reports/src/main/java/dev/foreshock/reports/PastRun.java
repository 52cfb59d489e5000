package dev.foreshock.reports;

import dev.foreshock.reports.internal.json.RunJsonReader;
import java.util.List;
import java.util.Optional;

/**
 * What the {@code run.json} of an earlier run says about how to run it again.
 *
 * @param origin where its scenario came from
 * @param seed the seed
 * @param replications how many replications there were
 * @param scale the factor on the size of the system
 * @param checksums the checksums of the replications, in order, as the file has them
 */
public record PastRun(Origin origin, long seed, int replications, double scale, List<String> checksums) {
    /** Copies the list. */
    public PastRun {
        checksums = List.copyOf(checksums);
    }

    /**
     * Reads the text of a {@code run.json}.
     *
     * @throws IllegalArgumentException if it is none, one of a steady run, or one that does not say how to run it again
     */
    public static PastRun read(String text) {
        return RunJsonReader.read(text);
    }

    /** Tells whether it was a rehearsal, whose events no simulation repeats: it has no checksum of them. */
    public boolean isRehearsal() {
        String none = checksum(0);
        return !checksums.isEmpty() && checksums.stream().allMatch(none::equals);
    }

    /** Returns what the text of a {@code run.json} is about, such as {@code a steady run of shop.yaml}; nothing if it does not say. */
    public static Optional<String> about(String text) {
        return RunJsonReader.about(text);
    }

    /** Returns a checksum as {@code run.json} writes it. */
    public static String checksum(long value) {
        return String.format("%016x", value);
    }
}
