/** Whole models against a stopwatch: Foreshock, SSJ and a loop written by hand, in turns, in one process. */
@NullMarked
package dev.foreshock.engine.performance;

import org.jspecify.annotations.NullMarked;
