package dev.foreshock.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a comparison: all that reports show but that must not influence a result.
 *
 * @param command the command that repeats the comparison
 * @param base the command that compares the scenario, as the user calls it; for what to try next
 * @param version the version of Foreshock
 * @param java the version of Java
 * @param started when it started
 * @param wall how long it took
 * @param threads how many runs there were at a time
 * @param directory where the files lie, or null if none were written
 * @param without the causes that were taken away from every set
 */
public record CompareContext(
        String command,
        String base,
        String version,
        String java,
        Instant started,
        Duration wall,
        int threads,
        @Nullable String directory,
        List<String> without) {
    /** Copies the list. */
    public CompareContext {
        without = List.copyOf(without);
    }

    /** Creates the circumstances of a comparison from which nothing was taken away. */
    public CompareContext(
            String command,
            String base,
            String version,
            String java,
            Instant started,
            Duration wall,
            int threads,
            @Nullable String directory) {
        this(command, base, version, java, started, wall, threads, directory, List.of());
    }
}
