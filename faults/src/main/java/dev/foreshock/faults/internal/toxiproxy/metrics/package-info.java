/** Bytes counted as stock Toxiproxy counts them, and their text for Prometheus. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.metrics;

import org.jspecify.annotations.NullMarked;
