package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Rate;

/** Notes when the arrivals of a class of users pass twice, four times, … the usual ones, and when they are below twice again. */
final class Surges {
    private static final int MOST_DOUBLINGS = 40;

    private final String users;
    private final RateTable arrivals;
    private final JournalBook journal;
    private int doublings;
    private int entry = Notes.NO_CAUSE;

    Surges(String users, RateTable arrivals, JournalBook journal) {
        this.users = users;
        this.arrivals = arrivals;
        this.journal = journal;
    }

    void look(long now) {
        double usual = arrivals.usualPerSecond(now);
        double present = arrivals.perSecond(now);
        if (usual <= 0) {
            return;
        }
        int reached = doublings(present / usual);
        if (reached > doublings) {
            doublings = reached;
            String text = users + " traffic passes " + Quantity.number((double) (1L << reached)) + " times the usual: "
                    + new Rate(Math.round(present * 10) / 10.0) + " new users";
            entry = journal.add(Event.TRAFFIC, users, users, text, entry);
            journal.surge(entry);
        } else if (doublings > 0 && reached == 0) {
            doublings = 0;
            journal.add(Event.TRAFFIC, users, users, users + " traffic is below twice the usual again", entry);
            journal.surge(Notes.NO_CAUSE);
        }
    }

    private static int doublings(double times) {
        int count = 0;
        for (double limit = 2; times >= limit && count < MOST_DOUBLINGS; limit *= 2) {
            count++;
        }
        return count;
    }
}
