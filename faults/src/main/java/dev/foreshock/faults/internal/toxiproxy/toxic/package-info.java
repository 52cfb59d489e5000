/** What toxics do to one direction of one connection. Nothing here knows sockets, threads or the clock: time and data are handed in. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.toxic;

import org.jspecify.annotations.NullMarked;
