package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.unit.Percent;

/**
 * What a user does when a page does not come.
 *
 * @param refresh the chance to try again after a failure; else the user leaves for good
 * @param pause the time until the refresh
 * @param givesUpAfter refreshes of one page view at most
 */
@Doc("What a user does when a page does not come.")
public record FailureHabits(
        @Relief(
                to = Relief.To.LEAST,
                by = Influence.BEHAVIOR,
                whole = true,
                without = "Users leave after a failure: nobody refreshes.")
        @Doc("The chance to try again after a failure; else the user leaves for good.")
        @Default("0%")
        Percent refresh,

        @Doc("The time until the refresh.") @Default("5s .. 30s") @dev.foreshock.engine.describe.Key("wait") @OfStory
        TimeLaw pause,

        @Doc("Refreshes of one page view at most.") @Default("3") @Range(max = 10_000)
        int givesUpAfter) {}
