package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * A run of which only was asked whether its gates hold.
 *
 * @param run the whole run; null if it ended early, as they could not hold any more
 * @param events events handled
 */
public record Settled(@Nullable RunResult run, long events) {}
