/** What happens on a server, for whoever listens: numbered, with its time, and never in the way of what it tells of. Knows nothing of the other packages, which publish here. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.events;

import org.jspecify.annotations.NullMarked;
