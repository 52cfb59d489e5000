/** Carrying out a plan: probes before, faults at their times under the eyes of a guard, everything undone, probes after. */
@NullMarked
package dev.foreshock.faults.inject;

import org.jspecify.annotations.NullMarked;
