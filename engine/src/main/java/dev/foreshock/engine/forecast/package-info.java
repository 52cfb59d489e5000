/**
 * What the simulator says of one more run before it takes place, figure by figure, and what was observed of that run: a rehearsal, or
 * another replication.
 */
@NullMarked
package dev.foreshock.engine.forecast;

import org.jspecify.annotations.NullMarked;
