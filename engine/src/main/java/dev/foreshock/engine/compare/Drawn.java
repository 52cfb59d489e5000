package dev.foreshock.engine.compare;

import java.util.List;

/**
 * A knob that was drawn.
 *
 * @param path where it is set, such as {@code knobs.peak}
 * @param is the value that the file gives, as files write it
 * @param range the values that it may have, as files write them
 * @param basis where it comes from, such as {@code chosen}; empty if that is not said
 * @param source the text or measurement behind it; empty if that is not said
 * @param only the measures without which it is not there; empty if the unchanged scenario has it
 */
public record Drawn(String path, String is, String range, String basis, String source, List<String> only) {
    /** Copies the list. */
    public Drawn {
        only = List.copyOf(only);
    }
}
