/**
 * Probability laws of times and counts, described as records and compiled into samplers.
 */
@NullMarked
package dev.foreshock.engine.law;

import org.jspecify.annotations.NullMarked;
