package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import org.jspecify.annotations.Nullable;

/**
 * Stops processes where they are (SIGSTOP): nothing is worked on, requests reach them and wait. When the fault is over they go on (SIGCONT). A restart meanwhile ends it.
 *
 * @param replicas how many replicas are struck, the first ones; null for all
 */
@Doc("Stops processes where they are (SIGSTOP): requests wait in them until the fault is over.")
public record Pause(
        @Doc("How many replicas are struck, the first ones; all, if left out.") @Range(min = 1, max = 10_000) @Nullable
        Integer replicas)
        implements ComponentEffect {
    /** All replicas. */
    public static final Pause ALL = new Pause(null);

    @Override
    public String text() {
        return ComponentEffect.struck("pause", replicas);
    }
}
