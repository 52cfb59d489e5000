package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.tree.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What an amount may be: a draw puts any value of it in the amount's place.
 *
 * @param from the smallest
 * @param to the largest
 * @param site where that is said
 * @param written how, for messages
 * @param notes what else to look at
 */
record Span(End from, End to, Site site, String written, List<Note> notes) {

    /**
     * One end.
     *
     * @param value the amount
     * @param written how a file would write it
     */
    record End(Object value, String written) {}

    Span {
        notes = List.copyOf(notes);
    }

    List<End> ends() {
        return List.of(from, to);
    }

    Span with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Span(from, to, site, written, more);
    }
}
