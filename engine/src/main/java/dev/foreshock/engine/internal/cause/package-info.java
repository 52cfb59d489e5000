/** Taking causes out of a tree of descriptions, and running what is left. */
@NullMarked
package dev.foreshock.engine.internal.cause;

import org.jspecify.annotations.NullMarked;
