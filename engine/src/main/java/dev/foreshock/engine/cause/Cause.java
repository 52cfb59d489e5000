package dev.foreshock.engine.cause;

import dev.foreshock.engine.describe.Influence;

/**
 * A part of a scenario that can bring an impact about, and can be taken away.
 *
 * @param name where it is, as dotted names in file spelling, such as {@code traffic.shopper.promo} or {@code web.memory}
 * @param kind how it can bring an impact about
 * @param without one sentence about the system without it
 */
public record Cause(String name, Influence kind, String without) {}
