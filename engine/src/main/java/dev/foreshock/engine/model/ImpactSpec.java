package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;

/**
 * What counts as an impact (an outage): it begins with a minute whose success share is below one limit and lasts until
 * it has been at another for some minutes. Requests count for the minute they were sent in.
 *
 * @param below an impact begins with a minute below this
 * @param until it ends when minutes reach this
 * @param forAtLeast for this long; the impact ends at the first of those minutes
 * @param mergeGaps impacts closer than this are one
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
        @Range(min = 60)
        Duration forAtLeast,

        @Doc("Impacts closer than this are one.") @Default("5m") @Range
        Duration mergeGaps) {
    /** Below 95 %, until 99 % for two minutes, gaps of up to five minutes merged. */
    public static final ImpactSpec STANDARD =
            new ImpactSpec(Percent.of(95), Percent.of(99), Duration.ofMinutes(2), Duration.ofMinutes(5));
}
