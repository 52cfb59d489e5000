package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.people.Condition;

/**
 * Looks every fifteen seconds whether what a step did works: the condition must come to hold within a time, and then hold
 * for its own time without a break.
 */
final class Check {
    static final long EVERY_NANOS = 15_000_000_000L;

    /** What a look showed. */
    enum Finding {
        /** Not decided yet. */
        OPEN,
        /** It works. */
        WORKED,
        /** It does not. */
        FAILED
    }

    private final Condition condition;
    private final Scraper scraper;
    private final long settledBy;
    private long holdsSince = -1;

    Check(Condition condition, Plant plant, String subject, long settlesInNanos, long now) {
        this.condition = condition;
        scraper = new Scraper(plant, subject, condition.signal());
        settledBy = now + settlesInNanos;
        scraper.sample(now);
    }

    Finding look(long now) {
        boolean holds = condition.comparison().holds(scraper.sample(now), condition.limit(), 0);
        if (holds && holdsSince < 0) {
            holdsSince = now;
        }
        if (holds) {
            return now - holdsSince >= condition.forAtLeast().toNanos() ? Finding.WORKED : Finding.OPEN;
        }
        return holdsSince >= 0 || now >= settledBy ? Finding.FAILED : Finding.OPEN;
    }
}
