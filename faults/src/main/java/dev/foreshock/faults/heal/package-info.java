/** Undoing what is left of runs, with proof of a clean state or the commands that repair the rest by hand. */
@NullMarked
package dev.foreshock.faults.heal;

import org.jspecify.annotations.NullMarked;
