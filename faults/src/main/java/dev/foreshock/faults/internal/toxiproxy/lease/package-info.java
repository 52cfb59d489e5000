/** Leases: what clients broke for a time only. When that is over, or nobody renews it, it is undone here, whoever is dead or hangs elsewhere. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.lease;

import org.jspecify.annotations.NullMarked;
