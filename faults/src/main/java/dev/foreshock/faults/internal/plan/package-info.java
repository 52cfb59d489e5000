/** How a plan is made: where faults strike, what they are for a proxy, and what forbids them. */
@NullMarked
package dev.foreshock.faults.internal.plan;

import org.jspecify.annotations.NullMarked;
