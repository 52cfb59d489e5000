package dev.foreshock.engine.spi;

import dev.foreshock.engine.result.JournalEntry.Event;

/** The journal, as a component writes it. */
public interface Notes {
    /** No cause. */
    int NO_CAUSE = -1;

    /**
     * Writes an entry about the component at the present time.
     *
     * @param event what kind of change
     * @param text the change in a few words, the component's name included
     * @param cause the entry that brought it about, or {@link #NO_CAUSE}
     * @return the number of the entry, to be named as a cause
     */
    int add(Event event, String text, int cause);

    /** Returns the entry of the newest fault under way on a component or on calls to it, or {@link #NO_CAUSE}. */
    int faultOf(String component);
}
