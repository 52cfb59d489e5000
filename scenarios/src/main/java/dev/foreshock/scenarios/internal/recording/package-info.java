/**
 * Recorded traffic from CSV files, repaired where that is honest.
 */
@NullMarked
package dev.foreshock.scenarios.internal.recording;

import org.jspecify.annotations.NullMarked;
