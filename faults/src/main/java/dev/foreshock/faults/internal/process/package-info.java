/** How processes are seen and sent signals on Linux. */
@NullMarked
package dev.foreshock.faults.internal.process;

import org.jspecify.annotations.NullMarked;
