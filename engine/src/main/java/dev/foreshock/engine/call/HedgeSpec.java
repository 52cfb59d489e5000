package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Shorthand;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hedging: while an attempt is not answered, it is sent again beside the first. The first good answer counts, and nobody waits
 * for the others any more.
 *
 * <p>All of them are one attempt: they share its timeout, and it has failed when each of them has; only then is there a retry.
 * Source: Dean and Barroso, "The tail at scale", CACM 56(2), 2013.
 *
 * @param after how long after the one before each is sent
 * @param most how many are sent beside the first
 * @param budget how many may be sent as a share of the first attempts, or null for no limit
 */
@Doc("While an attempt is not answered, it is sent again beside the first; the first good answer counts.")
@Shorthand("after")
public record HedgeSpec(
        @Doc("How long after the one before each is sent.") @Range(min = 1e-9)
        Duration after,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.BEHAVIOR,
                whole = true,
                without = "An attempt that takes long is not sent again beside the first.")
        @Doc("How many are sent beside the first.")
        @Default("1")
        @Range(max = 100)
        int most,

        @Doc("At most this share of the first attempts is hedged, and 100 more; any, if left out.") @Nullable
        RetryBudgetSpec budget) {
    /** Returns one more attempt {@code after} the first, without a budget. */
    public static HedgeSpec after(Duration after) {
        return new HedgeSpec(after, 1, null);
    }

    /** Returns these hedges, kept to {@code limit}. */
    public HedgeSpec budgeted(RetryBudgetSpec limit) {
        return new HedgeSpec(after, most, limit);
    }
}
