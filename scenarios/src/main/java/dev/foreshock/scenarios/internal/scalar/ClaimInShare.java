package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.unit.Percent;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a map.
 *
 * @param require the claim
 * @param in the share of replications in which it must hold
 */
@Doc("A claim, and in which share of the replications it must hold.")
public record ClaimInShare(
        @Doc("The claim.") Claim require,

        @Doc("The share of replications in which it must hold; its mean is judged, if left out.") @Nullable
        Percent in)
        implements Scalar.LongForm<Claim> {

    @Override
    public Claim value() {
        return in == null ? require : require.inShare(in);
    }
}
