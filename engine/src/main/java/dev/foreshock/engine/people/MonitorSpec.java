package dev.foreshock.engine.people;

import dev.foreshock.engine.policy.Detector;
import java.time.Duration;
import java.util.Set;

/** The description of a monitor: what it looks at, when it fires, and whom it tells. Implemented by records. */
public interface MonitorSpec {
    /** Returns the component it scrapes. */
    String watches();

    /** Returns the signal it scrapes. */
    Signal signal();

    /** Returns the time from scrape to scrape. */
    Duration every();

    /** Returns the share of scrapes that fail. */
    double scrapeLoss();

    /** Returns a new detector that decides over the samples. */
    Detector detector();

    /** Tells whether samples are handed to the detector as multiples of the usual value. */
    boolean timesUsual();

    /** Returns the responders it pages when it fires. */
    Set<String> pages();

    /** Returns what a responder knows who has read the page. */
    Set<String> tells();

    /** Tells whether it is switched on. */
    boolean enabled();

    /** Returns the rule in one line. */
    String rule();
}
