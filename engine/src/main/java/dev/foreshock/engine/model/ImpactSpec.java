package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * What counts as an impact (an outage): it begins with a minute whose success share is below one limit and lasts until
 * it has been at another for some minutes. Requests count for the minute they were sent in.
 *
 * @param below an impact begins with a minute below this
 * @param until it ends when minutes reach this
 * @param forAtLeast for this long; the impact ends at the first of those minutes
 * @param mergeGaps impacts closer than this are one
 * @param window what is called a minute here: over how long success shares are taken, and requests counted for claims. Shorter for
 *     rehearsals, which take minutes where an outage takes hours
 */
@Doc("What counts as an impact (an outage). Requests count for the minute they were sent in.")
public record ImpactSpec(
        @Doc("It begins with a minute whose success share is below this.") @Default("95%")
        Percent below,

        @Doc("It ends when minutes reach this.") @Default("99%")
        Percent until,

        @Doc("For this long; it ends at the first of those minutes.")
        @dev.foreshock.engine.describe.Key("for")
        @Default("2m")
        @Range(min = 0.1)
        Duration forAtLeast,

        @Doc("Impacts closer than this are one.") @Default("5m") @Range
        Duration mergeGaps,

        @Doc("What is called a minute here: over how long success shares are taken, and requests counted for claims.")
        @Default("1m")
        @Range(min = 0.1, max = 3600)
        Duration window)
        implements Validated {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Below 95 %, until 99 % for two minutes, gaps of up to five minutes merged. */
    public static final ImpactSpec STANDARD =
            new ImpactSpec(Percent.of(95), Percent.of(99), Duration.ofMinutes(2), Duration.ofMinutes(5), MINUTE);

    /** Returns the same with another share at which it ends. */
    public ImpactSpec until(Percent share) {
        return new ImpactSpec(below, share, forAtLeast, mergeGaps, window);
    }

    @Override
    public void validate(Problems problems) {
        if (forAtLeast.compareTo(window) < 0) {
            problems.at("for")
                    .add(
                            Flaw.CONFLICT,
                            "'for' must be at least as long as the window of " + Spans.text(window) + ", but was "
                                    + Spans.text(forAtLeast),
                            "a longer 'for', or a shorter 'window'");
        }
    }
}
