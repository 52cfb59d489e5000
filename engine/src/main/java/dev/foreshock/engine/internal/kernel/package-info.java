/**
 * The event kernel: simulated time, timers and the future event list. One {@link
 * dev.foreshock.engine.internal.kernel.Kernel} drives one replication on one thread; it knows nothing of calls,
 * links or policies, allocates nothing per event and never reads a clock. {@link
 * dev.foreshock.engine.internal.kernel.LadderQueue} is the event list of every run, {@link
 * dev.foreshock.engine.internal.kernel.HeapQueue} the slow obvious one it is tested against.
 */
@NullMarked
package dev.foreshock.engine.internal.kernel;

import org.jspecify.annotations.NullMarked;
