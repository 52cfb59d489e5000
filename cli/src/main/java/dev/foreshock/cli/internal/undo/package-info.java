/** Takes away what a run has left, and ends one that is under way. */
@NullMarked
package dev.foreshock.cli.internal.undo;

import org.jspecify.annotations.NullMarked;
