package dev.foreshock.faults.internal.evidence;

/** What was seen of one change while it stood. */
public sealed interface Finding {
    /** Returns it in words. */
    String text();

    /**
     * It touched something.
     *
     * @param text what
     */
    record Touched(String text) implements Finding {}

    /**
     * It touched nothing.
     *
     * @param text where nothing was, and what to do about it
     */
    record Nothing(String text) implements Finding {}

    /**
     * Nobody can say.
     *
     * @param text why not, and what to do about it
     */
    record Unknown(String text) implements Finding {}
}
