package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.random.Streams;

/**
 * The luck of one proxy's connections: a function of (seed, proxy, toxic, ordinal of the connection) and nothing else, so that
 * two runs with one seed treat the n-th connection alike.
 */
final class Draws {
    private final Streams streams;
    private final String proxy;

    Draws(long seed, String proxy) {
        this.streams = new Streams(seed, 0);
        this.proxy = proxy;
    }

    /** Tells whether {@code toxic} acts on connection {@code ordinal}. A larger toxicity only adds connections. */
    boolean isOn(ActiveToxic toxic, long ordinal) {
        return KeyedRandom.uniform(stream("toxicity", toxic), ordinal) < toxic.toxicity();
    }

    /** Returns what {@code toxic} draws from on connection {@code ordinal}. */
    KeyedRandom within(ActiveToxic toxic, long ordinal) {
        return new KeyedRandom().at(stream("chunks", toxic), ordinal);
    }

    /** The lengths keep apart names that are the same when joined. */
    private long stream(String purpose, ActiveToxic toxic) {
        String what = toxic.isEffect() ? "effect-" + purpose : purpose;
        return streams.named(what + '/' + proxy.length() + '/' + proxy + '/' + toxic.name());
    }
}
