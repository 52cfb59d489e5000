package dev.foreshock.reports.internal.html;

/**
 * A stretch of time in a lane.
 *
 * @param fromNanos its start
 * @param untilNanos its end
 * @param label its name
 * @param ink its look
 */
record Bar(long fromNanos, long untilNanos, String label, Ink ink) {}
