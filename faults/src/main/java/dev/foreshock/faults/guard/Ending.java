package dev.foreshock.faults.guard;

import dev.foreshock.faults.heal.Healed;

/**
 * How a run ended.
 *
 * @param reason why it was ended before it was asked to; empty if it was asked to
 * @param healed what became of undoing it
 */
public record Ending(String reason, Healed healed) {
    /** Tells whether it ended because it was asked to. */
    public boolean isAsked() {
        return reason.isEmpty();
    }
}
