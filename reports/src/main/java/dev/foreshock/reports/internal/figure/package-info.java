/** Figures that reports derive from the replications of a run. */
@NullMarked
package dev.foreshock.reports.internal.figure;

import org.jspecify.annotations.NullMarked;
