/** Runs that are undone whatever happens to whoever began them: by a guard, which is a process of its own. */
@NullMarked
package dev.foreshock.faults.guard;

import org.jspecify.annotations.NullMarked;
