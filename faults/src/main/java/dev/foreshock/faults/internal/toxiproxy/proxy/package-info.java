/** The data path: proxies, their connections and, for each direction, a pipe of lanes. What belongs to a connection is touched on its event loop only. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.proxy;

import org.jspecify.annotations.NullMarked;
