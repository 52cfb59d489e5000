package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Toxic;

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
 */
public record ActiveToxic(
        long id, int revision, String name, String stream, Direction direction, float toxicity, Toxic toxic) {
    /** Returns this with other numbers. */
    public ActiveToxic updated(float newToxicity, Toxic newToxic) {
        return new ActiveToxic(id, revision + 1, name, stream, direction, newToxicity, newToxic);
    }
}
