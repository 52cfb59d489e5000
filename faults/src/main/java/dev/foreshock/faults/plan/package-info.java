/** What the faults of a scenario are on a target: every call, its inverse, its time and its reach, or why there is none. */
@NullMarked
package dev.foreshock.faults.plan;

import org.jspecify.annotations.NullMarked;
