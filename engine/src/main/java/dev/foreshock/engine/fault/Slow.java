package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.unit.Multiple;
import org.jspecify.annotations.Nullable;

/**
 * Makes work take longer, also that in service. Several at once multiply.
 *
 * @param by how many times as long work takes, at least once
 * @param replicas how many replicas are struck, the first ones; null for all
 */
@Doc("Makes work take longer, also that in service.")
public record Slow(
        @Doc("How many times as long work takes.") @Range(min = 1, max = 1e6)
        Multiple by,

        @Doc("How many replicas are struck, the first ones; all, if left out.") @Range(min = 1, max = 10_000) @Nullable
        Integer replicas)
        implements ComponentEffect {
    /** Returns an effect on all replicas. */
    public static Slow by(double factor) {
        return new Slow(Multiple.x(factor), null);
    }

    @Override
    public String text() {
        return ComponentEffect.struck("slow " + by, replicas);
    }
}
