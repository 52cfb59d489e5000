package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Shorthand;
import java.time.Duration;

/**
 * Which of several gets a call. See {@link dev.foreshock.engine.policy.Choice}.
 *
 * @param by how one is chosen
 * @param of with best-of: how many are looked at
 * @param view with least-in-flight and best-of: how often the numbers of calls in flight are published; zero for at once
 * @param ties with least-in-flight: which of those with equally few
 */
@Doc("Which of several gets a call.")
@Shorthand("by")
public record ChoiceSpec(
        @Doc(
                "How one is chosen: weighted (by user), round-robin, random, least-in-flight, or best-of (the one with the fewest "
                        + "in flight of some that are drawn).")
        By by,

        @Doc("With best-of: how many are drawn.") @Default("2") @Range(min = 1, max = 1000)
        int of,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.LIMIT,
                without = "It is known at any time how many calls are in flight where.")
        @Doc(
                "With least-in-flight and best-of: how often it is published how many calls are in flight where; without it that "
                        + "is known at any time.")
        @Default("0s")
        @Range
        Duration view,

        @Doc("With least-in-flight: which of those with equally few, random or first.") @Default("random")
        Ties ties) {
    /** Each in turn. */
    public static final ChoiceSpec ROUND_ROBIN = of(By.ROUND_ROBIN);

    /** By weight, the same for all calls of a user. */
    public static final ChoiceSpec WEIGHTED = of(By.WEIGHTED);

    /** How one is chosen. */
    public enum By {
        /** By weight, the same for all calls of a user as long as the weights allow. */
        WEIGHTED,
        /** Each in turn. */
        ROUND_ROBIN,
        /** Any, for every call. */
        RANDOM,
        /** The one with the fewest calls in flight. */
        LEAST_IN_FLIGHT,
        /** The one with the fewest calls in flight of some that are drawn. */
        BEST_OF
    }

    /** Which of those with equally few. */
    public enum Ties {
        /** Any. */
        RANDOM,
        /** The first in their order. */
        FIRST
    }

    /** Returns a choice by what is known at any time. */
    public static ChoiceSpec of(By by) {
        return new ChoiceSpec(by, 2, Duration.ZERO, Ties.RANDOM);
    }

    /** Returns the choice of the best of {@code count} that are drawn. */
    public static ChoiceSpec bestOf(int count) {
        return new ChoiceSpec(By.BEST_OF, count, Duration.ZERO, Ties.RANDOM);
    }

    /** Returns this choice by what is published every {@code period}. */
    public ChoiceSpec published(Duration period) {
        return new ChoiceSpec(by, of, period, ties);
    }
}
