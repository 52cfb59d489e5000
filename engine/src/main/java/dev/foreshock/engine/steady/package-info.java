/**
 * The long run: what a system does when its start no longer matters, from one run without its warm-up, with intervals that know that
 * neighbors in time hang together.
 */
@NullMarked
package dev.foreshock.engine.steady;

import org.jspecify.annotations.NullMarked;
