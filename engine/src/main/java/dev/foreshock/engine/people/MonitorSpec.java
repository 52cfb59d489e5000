package dev.foreshock.engine.people;

import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Set;

/** The description of a monitor: what it looks at, when it fires, and whom it tells. Implemented by records. */
public interface MonitorSpec {
    /** Returns the component it scrapes. */
    String watches();

    /** Returns the time from scrape to scrape. */
    Duration every();

    /** Returns the share of scrapes that fail. */
    Percent lost();

    /** Returns what its figure must meet at a look for it to fire, the rest of its rule aside. */
    Condition condition();

    /** Returns the time from the start before which it cannot fire. */
    Duration earliest();

    /** Returns a new detector that decides over the scrapes. */
    Detector detector();

    /** Returns the responders it pages when it fires. */
    Set<String> pages();

    /** Returns what a responder knows who has read the page. */
    Set<String> tells();

    /** Tells whether it is switched on. */
    boolean enabled();

    /** Returns the rule in one line. */
    String rule();

    /** Returns the signal it scrapes. */
    default Signal signal() {
        return condition().signal();
    }

    /** Tells whether samples are handed to the detector as multiples of the usual value. */
    default boolean timesUsual() {
        return condition().timesUsual();
    }
}
