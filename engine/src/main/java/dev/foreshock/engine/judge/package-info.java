/**
 * Records and gates: claims about a run, the measures they speak of, and the verdicts they get.
 */
@NullMarked
package dev.foreshock.engine.judge;

import org.jspecify.annotations.NullMarked;
