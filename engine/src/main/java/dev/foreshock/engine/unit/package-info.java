/**
 * Quantities with their units in the type, moments of a scenario's clock, and how quantities are compared and written.
 */
@NullMarked
package dev.foreshock.engine.unit;

import org.jspecify.annotations.NullMarked;
