/**
 * Traffic curves: how many users arrive per second as a function of time.
 */
@NullMarked
package dev.foreshock.engine.curve;

import org.jspecify.annotations.NullMarked;
