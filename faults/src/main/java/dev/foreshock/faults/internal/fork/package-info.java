/** Processes of Foreshock's own: virtual machines like this one, for what must outlive it. */
@NullMarked
package dev.foreshock.faults.internal.fork;

import org.jspecify.annotations.NullMarked;
