package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;

/**
 * A contender, and who runs for it: contenders that come to the same scenario share their runs.
 *
 * @param contender the contender
 * @param runner the one whose runs are its own
 */
record Entry(Contender contender, Entrant runner) {}
