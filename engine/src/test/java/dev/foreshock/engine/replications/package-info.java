/**
 * Published overload experiments, run again: a {@code Replicated} value stands beside the published one, with its interval and
 * how far the two may lie apart.
 */
@NullMarked
package dev.foreshock.engine.replications;

import org.jspecify.annotations.NullMarked;
