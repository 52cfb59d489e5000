package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.result.Aftermath.Burden;
import dev.foreshock.engine.result.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system came back once its trigger was over.
 *
 * @param trigger what the trigger was
 * @param cameBack the share of replications in which it came back
 * @param medianSeconds the median of the time it took; null if it never came back in half of them
 * @param sustained what kept it down in the exemplar; empty if it came back there
 */
public record Recovery(
        String trigger, Estimate cameBack, @Nullable Double medianSeconds, List<Burden> sustained) {
    /** Copies the list. */
    public Recovery {
        sustained = List.copyOf(sustained);
    }
}
