package dev.foreshock.reports;

import java.util.List;

/**
 * Where the scenario of a run came from: what it takes to run it again.
 *
 * @param scenario the scenario, as it was named; empty if nobody can name it
 * @param directory the working directory, which files are relative to
 * @param overlays the overlay files
 * @param variants the variants
 * @param sets single settings of the form {@code path=value}
 * @param without the causes that were taken away
 * @param compress the factor by which the story was played in less than its time; 1 in full length
 */
public record Origin(
        String scenario,
        String directory,
        List<String> overlays,
        List<String> variants,
        List<String> sets,
        List<String> without,
        double compress) {
    /** A scenario that no command can name. */
    public static final Origin UNKNOWN = new Origin("", "", List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Origin {
        overlays = List.copyOf(overlays);
        variants = List.copyOf(variants);
        sets = List.copyOf(sets);
        without = List.copyOf(without);
    }

    /** Creates one of a story in full length. */
    public Origin(
            String scenario,
            String directory,
            List<String> overlays,
            List<String> variants,
            List<String> sets,
            List<String> without) {
        this(scenario, directory, overlays, variants, sets, without, 1);
    }

    /** Returns the same, played in {@code 1 / factor} of the time. */
    public Origin compressed(double factor) {
        return new Origin(scenario, directory, overlays, variants, sets, without, factor);
    }
}
