/**
 * Quantities with their units in the type: rates, shares, bytes, multiples, and moments of a scenario's clock.
 */
@NullMarked
package dev.foreshock.engine.unit;

import org.jspecify.annotations.NullMarked;
