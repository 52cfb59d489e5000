package dev.foreshock.faults.inject;

import dev.foreshock.faults.heal.Healed;
import org.jspecify.annotations.Nullable;

/**
 * How an injection ended.
 *
 * @param kind how
 * @param reason why; empty where all was injected as planned and touched something
 * @param healed what became of undoing it, or null where nothing was done
 */
public record Outcome(Kind kind, String reason, @Nullable Healed healed) {
    /** Tells whether something may still be broken. */
    public boolean isLeft() {
        return healed != null && !healed.isClean();
    }

    /** How an injection ends. */
    public enum Kind {
        /** Everything was injected as planned. */
        DONE,
        /** Everything was injected as planned, but a fault touched nothing as far as can be known: it proves nothing. */
        UNTOUCHED,
        /** Not all was well before: nothing was injected. */
        UNMET,
        /** The servers are not as planned: nothing was injected. */
        UNFIT,
        /** A probe, the guard or the kill switch ended it. */
        STOPPED,
        /** A person ended it. */
        INTERRUPTED
    }
}
