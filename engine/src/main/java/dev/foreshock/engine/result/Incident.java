package dev.foreshock.engine.result;

import org.jspecify.annotations.Nullable;

/**
 * From the first page until all traffic is back where it belongs with recovered success.
 *
 * @param startNanos the first page, in nanoseconds since the start of the run
 * @param endNanos the end, or null if it never ended
 */
public record Incident(long startNanos, @Nullable Long endNanos) {}
