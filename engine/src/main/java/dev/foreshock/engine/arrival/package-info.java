/**
 * How users arrive around the rate of their traffic: by chance (Poisson) where nothing is said, more regularly, in bursts, or
 * because others came.
 */
@NullMarked
package dev.foreshock.engine.arrival;

import org.jspecify.annotations.NullMarked;
