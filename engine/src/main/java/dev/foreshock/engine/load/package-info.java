/**
 * Users whose requests are sent by a load generator in another process: who comes when, and what it and the conductor of a rehearsal tell
 * each other.
 */
@NullMarked
package dev.foreshock.engine.load;

import org.jspecify.annotations.NullMarked;
