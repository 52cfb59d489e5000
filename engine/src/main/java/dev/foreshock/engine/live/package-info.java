/**
 * Parts of a scenario at the pace of a clock that somebody else reads: a component, or the users and those who watch. A rehearsal runs
 * each in a process of its own.
 */
@NullMarked
package dev.foreshock.engine.live;

import org.jspecify.annotations.NullMarked;
