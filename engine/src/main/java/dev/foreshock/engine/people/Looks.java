package dev.foreshock.engine.people;

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

    /** Returns a sorted copy. */
    static Set<String> sorted(Set<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
