/**
 * The entry to the engine: a {@link dev.foreshock.engine.Simulation} turns a scenario into a set of runs.
 */
@NullMarked
package dev.foreshock.engine;

import org.jspecify.annotations.NullMarked;
