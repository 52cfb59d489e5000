package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.OfStory;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Shorthand;
import java.time.Duration;

/**
 * Adaptive throttling by the caller: it turns attempts away by itself, as if the dependency had shed them, the more of them the
 * dependency rejects. See {@link dev.foreshock.engine.policy.AdaptiveThrottle}.
 *
 * @param k how many times what is accepted may be sent
 * @param window the time over which attempts are counted
 * @param scope who counts together
 */
@Doc("The caller turns attempts away by itself, as if the dependency had shed them, the more the dependency rejects.")
@Shorthand("k")
public record ThrottleSpec(
        @Doc("How many times what the dependency accepts may be sent to it.") @Default("2") @Range(min = 1, max = 1000)
        double k,

        @Doc("The time over which attempts and accepted ones are counted.") @Default("2m") @Range(min = 1e-3) @OfStory
        Duration window,

        @Doc("Who counts together: fleet (all callers), replica (each of the caller), user.") @Default("fleet")
        Scope scope) {
    /** Returns throttling at {@code k} over two minutes, one for all callers. */
    public static ThrottleSpec of(double k) {
        return new ThrottleSpec(k, Duration.ofMinutes(2), Scope.FLEET);
    }
}
