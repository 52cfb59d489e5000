package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The network between a caller and its dependency.
 *
 * @param latency the time a message takes, each way
 * @param connections how many connections may be open at a time, or null for any number; calls beyond wait their turn
 * @param connect the time to open a connection when no idle one is left
 * @param keepAlive how long an idle connection stays open
 */
@Doc("The network between a caller and its dependency.")
@Shorthand("latency")
public record LinkSpec(
        @Doc("The time a message takes, each way.") @Default("0s")
        TimeLaw latency,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "Any number of connections may be open.")
        @Doc("How many connections may be open at a time; any number, if left out.")
        @Range(min = 1, max = 1_000_000_000)
        @Scales(serves = true)
        @Nullable
        Integer connections,

        @Doc("The time to open a connection when no idle one is left.") @Default("0s") @Range
        Duration connect,

        @Doc("How long an idle connection stays open.") @Default("60s") @Range
        Duration keepAlive) {
    /** No latency and any number of connections. */
    public static final LinkSpec NONE = of(Duration.ZERO);

    /** Returns a link with this latency each way and any number of connections. */
    public static LinkSpec of(Duration latency) {
        return new LinkSpec(new Fixed(latency), null, Duration.ZERO, Duration.ofSeconds(60));
    }
}
