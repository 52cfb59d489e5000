/**
 * Carries out comparisons: who runs next, what the runs say, what the verdicts hang on.
 */
@NullMarked
package dev.foreshock.engine.internal.compare;

import org.jspecify.annotations.NullMarked;
