package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Behavior;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Toxic;
import java.util.function.Supplier;

/**
 * A toxic on a proxy.
 *
 * @param id never used twice, so that a toxic added again is another one
 * @param revision how often it was updated
 * @param name what the API calls it, unique on its proxy
 * @param stream the direction as it was sent
 * @param direction what it acts on
 * @param toxicity the share of connections it acts on
 * @param toxic what it does
 * @param radius how many connections it may act on, with others
 * @param tally what it has struck
 * @param behaviors makes its behavior on each connection
 */
public record ActiveToxic(
        long id,
        int revision,
        String name,
        String stream,
        Direction direction,
        float toxicity,
        Toxic toxic,
        Radius radius,
        Tally tally,
        Supplier<Behavior> behaviors) {
    /** Returns a toxic that has struck nothing yet. */
    static ActiveToxic of(long id, NewToxic added) {
        return new ActiveToxic(
                id,
                0,
                added.name(),
                added.stream(),
                added.direction(),
                added.toxicity(),
                added.toxic(),
                added.radius(),
                new Tally(),
                added.toxic().behaviors());
    }

    /** Tells whether it is Foreshock's own. */
    public boolean isEffect() {
        return toxic.type().isEffect();
    }

    /** Returns this with other numbers. */
    public ActiveToxic updated(float newToxicity, Toxic newToxic) {
        return new ActiveToxic(
                id, revision + 1, name, stream, direction, newToxicity, newToxic, radius, tally, newToxic.behaviors());
    }
}
