package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;

/**
 * A class of requests: page views that take their own path through the system. Users say how often they ask for it, calls
 * and servers say what they do for it, claims can be about it.
 *
 * @param about one sentence about it; empty if none
 */
@Doc("A class of requests, which take their own path through the system.")
public record RequestClassSpec(
        @Doc("One sentence about it.") @Default("") String about) {
    /** A class without a sentence. */
    public static final RequestClassSpec PLAIN = new RequestClassSpec("");
}
