/**
 * Policies shared by simulation and rehearsal: retries, token buckets, weighted choice. Mutable, owned by one thread, handed the time.
 */
@NullMarked
package dev.foreshock.engine.policy;

import org.jspecify.annotations.NullMarked;
