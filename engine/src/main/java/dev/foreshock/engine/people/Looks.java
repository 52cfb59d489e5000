package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What descriptions of monitors have in common. */
final class Looks {
    private Looks() {}

    /** Returns the time of the first scrape at or after {@code time}, but not the start. */
    static Duration scrapeAfter(Duration time, Duration every) {
        return every.multipliedBy(Math.max(1, scrapes(time, every)));
    }

    /** Returns the time of the earliest scrape by which {@code forAtLeast} can have passed since a scrape. */
    static Duration heldBy(Duration forAtLeast, Duration every) {
        return every.multipliedBy(1 + scrapes(forAtLeast, every));
    }

    private static long scrapes(Duration time, Duration every) {
        long whole = time.dividedBy(every);
        return every.multipliedBy(whole).compareTo(time) < 0 ? whole + 1 : whole;
    }

    /**
     * Reports a window that is shorter than the time between two scrapes.
     *
     * @param problems where the window is set
     * @param why what it must be as long for
     * @param help the way out
     */
    static void requireTwoScrapes(Duration window, Duration every, String why, String help, Problems problems) {
        if (window.compareTo(every) < 0) {
            problems.add(
                    Flaw.CONFLICT,
                    "a window must be at least as long as 'every', " + Spans.text(every) + ", " + why + ", but was "
                            + Spans.text(window),
                    help);
        }
    }

    /** Returns a sorted copy. */
    static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
