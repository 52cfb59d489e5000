/**
 * Policies shared by simulation and rehearsal: retries, budgets, throttling, token buckets, choices among several. Mutable, owned by
 * one thread, handed the time.
 */
@NullMarked
package dev.foreshock.engine.policy;

import org.jspecify.annotations.NullMarked;
