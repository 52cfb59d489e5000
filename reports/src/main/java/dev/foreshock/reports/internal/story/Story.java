package dev.foreshock.reports.internal.story;

import java.util.List;

/**
 * What happened in one replication.
 *
 * @param lines what is worth telling, in order of time
 * @param leftOut how many more there were, of less weight
 */
public record Story(List<StoryLine> lines, int leftOut) {
    /** Copies the list. */
    public Story {
        lines = List.copyOf(lines);
    }
}
