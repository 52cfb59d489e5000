package dev.foreshock.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a run: all that reports show but that must not influence a result.
 *
 * @param command the command that repeats the run
 * @param base the command that runs the scenario as it is, as the user calls it; for variants to try next
 * @param version the version of Foreshock
 * @param java the version of Java
 * @param started when the run started
 * @param wall how long it took
 * @param threads how many replications ran at a time
 * @param variants the variants of the scenario, all of which {@code base} would compare, chosen ones too
 * @param report where the report lies, or null if none was written
 * @param background what the file says for readers
 * @param origin where the scenario came from
 */
public record RunContext(
        String command,
        String base,
        String version,
        String java,
        Instant started,
        Duration wall,
        int threads,
        List<String> variants,
        @Nullable String report,
        Background background,
        Origin origin) {
    /** Copies the list. */
    public RunContext {
        variants = List.copyOf(variants);
    }

    /** Creates the circumstances of a run of a scenario that no command can name. */
    public RunContext(
            String command,
            String base,
            String version,
            String java,
            Instant started,
            Duration wall,
            int threads,
            List<String> variants,
            @Nullable String report) {
        this(command, base, version, java, started, wall, threads, variants, report, Background.NONE, Origin.UNKNOWN);
    }

    /** Returns the same circumstances with a background. */
    public RunContext with(Background said) {
        return new RunContext(command, base, version, java, started, wall, threads, variants, report, said, origin);
    }
}
