/**
 * Faults: injected causes, described once. The engine applies a fault to the model; another world applies it to a proxy or a
 * process, or refuses the scenario before it starts.
 */
@NullMarked
package dev.foreshock.engine.fault;

import org.jspecify.annotations.NullMarked;
