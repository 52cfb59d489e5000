/**
 * How much traffic a system can take: the breaking point, the limit that breaks it, and what comes once that is fixed.
 */
@NullMarked
package dev.foreshock.engine.limit;

import org.jspecify.annotations.NullMarked;
