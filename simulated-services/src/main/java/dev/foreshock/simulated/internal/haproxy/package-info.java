/** HAProxy in place of a balancer of the twin: a part that nobody here wrote. */
@NullMarked
package dev.foreshock.simulated.internal.haproxy;

import org.jspecify.annotations.NullMarked;
