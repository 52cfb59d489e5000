/** Parts of a scenario, each on a thread of its own, at the pace of the machine's clock. */
@NullMarked
package dev.foreshock.simulated.internal.pace;

import org.jspecify.annotations.NullMarked;
