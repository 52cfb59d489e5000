package dev.foreshock.engine.compare;

/** A number that nobody knows exactly: a knob with a range. Places in the range go from 0 to 1. */
public interface Uncertain {
    /** Returns where it is set, such as {@code knobs.peak}; draws go by it. */
    String path();

    /** Returns the place of the value that the file gives. */
    double written();

    /** Returns the value at {@code place}, as files write it. */
    String at(double place);
}
