/**
 * Calls under way: the tree of calls with its timeouts, retries, links and plans.
 */
@NullMarked
package dev.foreshock.engine.internal.calls;

import org.jspecify.annotations.NullMarked;
