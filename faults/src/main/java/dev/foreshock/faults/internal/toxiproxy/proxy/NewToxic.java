package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import dev.foreshock.faults.internal.toxiproxy.toxic.Toxic;

/**
 * A toxic that is to be added.
 *
 * @param name what the API calls it
 * @param stream the direction as it was sent
 * @param direction what it acts on
 * @param toxicity the share of connections it acts on
 * @param toxic what it does
 * @param radius how many connections it may act on, with others
 */
public record NewToxic(String name, String stream, Direction direction, float toxicity, Toxic toxic, Radius radius) {}
