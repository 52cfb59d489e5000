/** How the driver sends and reads: HTTP that ends in time, and the JSON of Toxiproxy. */
@NullMarked
package dev.foreshock.faults.internal.control;

import org.jspecify.annotations.NullMarked;
