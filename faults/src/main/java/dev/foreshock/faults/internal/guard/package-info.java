/** The guard: the one process that changes servers, writes the journal, and undoes everything when nobody renews its lease. */
@NullMarked
package dev.foreshock.faults.internal.guard;

import org.jspecify.annotations.NullMarked;
