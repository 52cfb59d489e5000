/** The undo journal: a file that is appended to, in which each line vouches for the one before. */
@NullMarked
package dev.foreshock.faults.internal.journal;

import org.jspecify.annotations.NullMarked;
