package dev.foreshock.engine.people;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Settings;
import dev.foreshock.engine.unit.Dimension;

/** What monitoring can see of a component. Counters are taken as the difference between two scrapes. */
public enum Signal {
    /** Share of the answers (and requests given up on) since the last scrape that were good. */
    @Doc("Share of the answers (and requests given up on) since the last scrape that were good.")
    SUCCESS("success", Dimension.SHARE),
    /** Requests per second that arrived since the last scrape. */
    @Doc("Requests per second that arrived since the last scrape.")
    REQUESTS("requests", Dimension.RATE),
    /** Users per second that came with their first request since the last scrape; only where users enter. */
    @Doc("Users per second that came with their first request since the last scrape; only where users enter.")
    VISITORS("visitors", Dimension.RATE),
    /** Requests in the component at the time of the scrape, waiting or in service. */
    @Doc("Requests in the component at the time of the scrape, waiting or in service.")
    IN_FLIGHT("in-flight", Dimension.COUNT),
    /** Share of the workers that were busy, averaged since the last scrape. */
    @Doc("Share of the workers that were busy, averaged since the last scrape.")
    UTILIZATION("utilization", Dimension.SHARE),
    /** Mean time of the answers since the last scrape, and of the requests given up on, whatever their outcome. */
    @Doc("Mean time of the answers since the last scrape, and of the requests given up on, whatever their outcome.")
    RESPONSE_TIME("response-time", Dimension.TIME),
    /** Share of the replicas that accept requests at the time of the scrape. */
    @Doc("Share of the replicas that accept requests at the time of the scrape.")
    UP("up", Dimension.SHARE);

    private final String text;
    private final Dimension dimension;

    Signal(String text, Dimension dimension) {
        this.text = text;
        this.dimension = dimension;
    }

    /** Returns one sentence about it. */
    public String doc() {
        return Settings.doc(this);
    }

    /** Returns the name in files. */
    public String text() {
        return text;
    }

    /** Returns what kind of number it is. */
    public Dimension dimension() {
        return dimension;
    }
}
