package dev.foreshock.reports.internal.story;

/**
 * A line of a story.
 *
 * @param atNanos when, in nanoseconds since the start of the run
 * @param text what happened
 * @param note what the reader should notice: a time that was reached; empty if nothing
 * @param isCause whether it set the rest in motion
 * @param weight how much it matters, from 0 for what no story may leave out
 */
public record StoryLine(long atNanos, String text, String note, boolean isCause, int weight) {}
