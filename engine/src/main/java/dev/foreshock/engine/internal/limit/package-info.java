/** How breaking points are searched for, and how the limit behind one is found. */
@NullMarked
package dev.foreshock.engine.internal.limit;

import org.jspecify.annotations.NullMarked;
