package dev.foreshock.engine.fault;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The description of a fault: an injected cause, with its time and its place.
 *
 * @param at when it begins
 * @param lasts how long it lasts where no step of the runbook ends it before, or null for as long as nobody mends it
 * @param on a component; for an effect on calls also one call of a component, as {@code web.queries}
 * @param does what it does there
 * @param enabled whether it is injected
 */
@Doc("An injected cause, with its time and its place.")
public record FaultSpec(
        @Doc("When it begins.") Moment at,

        @Doc("How long it lasts, where no step ends it before; if left out, until one does.")
        @Range(min = 1e-6)
        @Nullable
        Duration lasts,

        @Doc("A component; for an effect on calls, which are all calls to it then, also one call as component.call.")
        String on,

        @Doc("What it does there.") Effect does,
        @Doc("Whether it is injected.") @Default("yes") boolean enabled) {
    /** Returns a fault that lasts for {@code lasts}. */
    public static FaultSpec of(Moment at, Duration lasts, String on, Effect does) {
        return new FaultSpec(at, lasts, on, does, true);
    }

    /** Returns this fault with another length. */
    public FaultSpec lasting(Duration length) {
        return new FaultSpec(at, length, on, does, enabled);
    }

    /** Returns this fault with another effect. */
    public FaultSpec doing(Effect effect) {
        return new FaultSpec(at, lasts, on, effect, enabled);
    }

    /** Returns the fault in a few words, such as {@code db: slow x6}. */
    public String text() {
        return on + ": " + does.text();
    }
}
