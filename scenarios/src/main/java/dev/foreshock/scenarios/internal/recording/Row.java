package dev.foreshock.scenarios.internal.recording;

import java.time.LocalDateTime;

/**
 * One row of a recording.
 *
 * @param time when its interval starts
 * @param value the count; NaN where it is missing
 */
record Row(LocalDateTime time, double value) {}
