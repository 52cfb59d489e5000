package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import org.jspecify.annotations.Nullable;

/**
 * Kills processes: their requests are reset, and what comes meanwhile is refused. After the length of the fault they are started again, as after a crash of their own; without a length they come back by themselves where the component says so, or by people.
 *
 * @param replicas how many replicas are struck, the first ones; null for all
 */
@Doc("Kills processes: their requests are reset, and what comes meanwhile is refused.")
public record Crash(
        @Doc("How many replicas are struck, the first ones; all, if left out.") @Range(min = 1, max = 10_000) @Nullable
        Integer replicas)
        implements ComponentEffect {
    /** All replicas. */
    public static final Crash ALL = new Crash(null);

    @Override
    public String text() {
        return ComponentEffect.struck("crash", replicas);
    }
}
