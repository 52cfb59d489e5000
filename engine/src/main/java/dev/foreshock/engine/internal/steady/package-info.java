/**
 * The statistics of one long run: where its warm-up ends, and how sure its means are although what it observes hangs together.
 */
@NullMarked
package dev.foreshock.engine.internal.steady;

import org.jspecify.annotations.NullMarked;
