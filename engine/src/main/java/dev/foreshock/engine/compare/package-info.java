/**
 * Which measures would have prevented it: sets of variants on the same users, seeds and draws of the knobs, with their prices.
 */
@NullMarked
package dev.foreshock.engine.compare;

import org.jspecify.annotations.NullMarked;
