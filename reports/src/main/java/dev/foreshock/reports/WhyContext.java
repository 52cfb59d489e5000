package dev.foreshock.reports;

import java.time.Duration;
import java.util.List;

/**
 * The circumstances of asking why: all that is shown but that must not influence a result.
 *
 * @param base the command that runs the scenario that was asked about, as the user calls it; for what to try next
 * @param without causes that were taken away from the start
 * @param wall how long it took
 */
public record WhyContext(String base, List<String> without, Duration wall) {
    /** Copies the list. */
    public WhyContext {
        without = List.copyOf(without);
    }
}
