/** The control API: routes, status codes and bodies as stock Toxiproxy gives them. It reads requests, has them carried out one by one, and touches no connection itself. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.http;

import org.jspecify.annotations.NullMarked;
