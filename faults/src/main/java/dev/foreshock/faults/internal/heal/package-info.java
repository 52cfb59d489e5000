/** How a run is undone: what it did, what undoes it, and what the servers then say. */
@NullMarked
package dev.foreshock.faults.internal.heal;

import org.jspecify.annotations.NullMarked;
