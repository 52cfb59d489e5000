/** The processes of a twin: the main of each, and how the conductor starts, asks and ends them. */
@NullMarked
package dev.foreshock.simulated.internal.process;

import org.jspecify.annotations.NullMarked;
