package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Hop;

/**
 * A call on its way.
 *
 * @param run the {@link Begin#startNanos} of the run that it belongs to: a straggler of an earlier one is refused
 * @param hop what of it crosses
 */
public record Call(long run, Hop hop) {}
