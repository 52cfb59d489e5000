/** Processes of this machine: which they are, signals to them, and starting them again. */
@NullMarked
package dev.foreshock.faults.process;

import org.jspecify.annotations.NullMarked;
