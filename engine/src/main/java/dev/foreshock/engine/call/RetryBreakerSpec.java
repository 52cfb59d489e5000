package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.unit.Percent;

/**
 * Retries stop while too many attempts fail; first attempts go on. See
 * {@link dev.foreshock.engine.policy.RetryBreaker}.
 *
 * @param share the failed attempts, as a share of the first ones, up to which there are retries
 * @param scope who counts together
 */
@Doc("Retries stop while too many attempts fail; first attempts go on.")
@Shorthand("share")
public record RetryBreakerSpec(
        @Doc("There are retries while failed attempts, retries included, are at most this share of the first attempts.")
        Percent share,

        @Doc("Who counts together: fleet (all callers), replica (each of the caller), user.") @Default("fleet")
        Scope scope) {}
