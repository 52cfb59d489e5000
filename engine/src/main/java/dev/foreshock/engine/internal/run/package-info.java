/**
 * One replication from description to result, and many of them side by side.
 */
@NullMarked
package dev.foreshock.engine.internal.run;

import org.jspecify.annotations.NullMarked;
