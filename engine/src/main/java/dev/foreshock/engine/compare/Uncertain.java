package dev.foreshock.engine.compare;

/** A number that nobody knows exactly: a knob with a range. Places in the range go from 0 to 1. */
public interface Uncertain {
    /** Returns where it is set, such as {@code knobs.peak}; draws go by it. */
    String path();

    /** Returns the place of the value that the file gives. */
    double written();

    /** Returns the value that the file gives, as files write it. */
    default String asWritten() {
        return at(written());
    }

    /** Returns the values that it may have, as files write them. */
    default String range() {
        return at(0) + " .. " + at(1);
    }

    /** Returns where it comes from, such as {@code chosen}; empty if that is not said. */
    default String basis() {
        return "";
    }

    /** Returns the text or measurement behind it; empty if that is not said. */
    default String source() {
        return "";
    }

    /** Returns the value at {@code place}, as files write it. */
    String at(double place);
}
