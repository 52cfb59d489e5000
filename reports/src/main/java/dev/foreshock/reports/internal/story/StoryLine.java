package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Times;

/**
 * A line of a story.
 *
 * @param atNanos when, in nanoseconds since the start of the run
 * @param isMinute whether it is known to the minute only
 * @param text what happened
 * @param mark its place in how the incident came about, such as {@code failed}; empty if none
 * @param note what the reader should notice: a time that was reached; empty if nothing
 * @param weight how much it matters, from 0 for what no story may leave out
 */
public record StoryLine(long atNanos, boolean isMinute, String text, String mark, String note, int weight) {
    /** Returns when it was, as exactly as it is known. */
    public String when(Clock clock) {
        return isMinute ? Times.toTheMinute(clock, atNanos) : Times.ofDay(clock, atNanos);
    }

    /** Returns the mark and the note in one text. */
    public String markAndNote() {
        return mark.isEmpty() || note.isEmpty() ? mark + note : mark + ", " + note;
    }
}
