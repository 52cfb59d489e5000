/**
 * What one run and a set of runs observed, as plain values that reports render.
 */
@NullMarked
package dev.foreshock.engine.result;

import org.jspecify.annotations.NullMarked;
