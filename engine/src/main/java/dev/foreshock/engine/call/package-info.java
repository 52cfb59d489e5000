/**
 * Descriptions of calls: what is called, over which link, with which timeout and retries.
 */
@NullMarked
package dev.foreshock.engine.call;

import org.jspecify.annotations.NullMarked;
