/** One component of the twin behind a port: it answers calls, and is told what to play by the conductor. */
@NullMarked
package dev.foreshock.simulated.internal.service;

import org.jspecify.annotations.NullMarked;
