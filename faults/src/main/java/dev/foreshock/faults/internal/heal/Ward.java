package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.undo.Inverse;
import dev.foreshock.faults.undo.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One server that is being healed, or the processes of this machine. Used by one thread at a time. */
final class Ward {
    private static final int TRIES = 2;

    private final String place;
    private final Look look;
    private final Book book;
    private final Reach reach;
    private final List<String> undone = new ArrayList<>();
    private final Map<Inverse, Residue> failed = new LinkedHashMap<>();
    private List<Residue> residues = List.of();

    Ward(String place, Look look, Book book, Reach reach) {
        this.place = place;
        this.look = look;
        this.book = book;
        this.reach = reach;
    }

    String place() {
        return place;
    }

    List<String> undone() {
        return undone;
    }

    List<Residue> residues() {
        return residues;
    }

    boolean isClean() {
        return residues.isEmpty();
    }

    /** Undoes those of the intents that are about this place. */
    void undo(List<Entry.Intended> intents) {
        for (Entry.Intended intent : intents) {
            Inverse inverse = intent.inverse();
            if (!inverse.place().equals(place)) {
                continue;
            }
            try {
                tried(inverse);
                failed.remove(inverse);
                book.note(new Entry.Undone(intent.number()));
            } catch (ControlException | RuntimeException e) {
                failed.put(inverse, new Residue(String.valueOf(e.getMessage()), inverse.byHand()));
            }
        }
    }

    private void tried(Inverse inverse) throws ControlException {
        for (int tried = 1; true; tried++) {
            try {
                inverse.undo(reach);
                if (!undone.contains(inverse.byHand())) {
                    undone.add(inverse.byHand());
                }
                return;
            } catch (ControlException e) {
                if (tried >= TRIES || e.outcome() == ControlException.Outcome.REFUSED) {
                    throw e;
                }
            }
        }
    }

    /** Looks at it; takes away what the journal lost the knowledge of; and finds what is not as it was. */
    void look() {
        try {
            for (Inverse stray : look.strays()) {
                tried(stray);
            }
            residues = look.differences();
        } catch (ControlException | RuntimeException e) {
            residues = new ArrayList<>(failed.values());
            residues.add(new Residue("the state of " + place + " is not known: " + e.getMessage(), look.byHand()));
        }
    }
}
