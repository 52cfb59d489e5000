/** Whether a fault touched anything: what servers counted, what the kernel knows of connections, and how processes are. */
@NullMarked
package dev.foreshock.faults.internal.evidence;

import org.jspecify.annotations.NullMarked;
