/** Real faults: an embedded server that stock Toxiproxy clients drive. */
@NullMarked
package dev.foreshock.faults;

import org.jspecify.annotations.NullMarked;
