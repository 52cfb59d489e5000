/**
 * Draws that are pure functions of seed, replication, stream name and key, so that variants share their randomness.
 */
@NullMarked
package dev.foreshock.engine.random;

import org.jspecify.annotations.NullMarked;
