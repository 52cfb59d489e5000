import org.jspecify.annotations.NullMarked;

/** The model, the kernel and their results. It does no I/O, starts no thread, reads no clock and logs nothing. */
@NullMarked
module dev.foreshock.engine {
    exports dev.foreshock.engine;
    exports dev.foreshock.engine.arrival;
    exports dev.foreshock.engine.call;
    exports dev.foreshock.engine.catalog;
    exports dev.foreshock.engine.cause;
    exports dev.foreshock.engine.compare;
    exports dev.foreshock.engine.curve;
    exports dev.foreshock.engine.describe;
    exports dev.foreshock.engine.fault;
    exports dev.foreshock.engine.forecast;
    exports dev.foreshock.engine.judge;
    exports dev.foreshock.engine.law;
    exports dev.foreshock.engine.limit;
    exports dev.foreshock.engine.live;
    exports dev.foreshock.engine.load;
    exports dev.foreshock.engine.model;
    exports dev.foreshock.engine.people;
    exports dev.foreshock.engine.policy;
    exports dev.foreshock.engine.random;
    exports dev.foreshock.engine.result;
    exports dev.foreshock.engine.sample;
    exports dev.foreshock.engine.spi;
    exports dev.foreshock.engine.steady;
    exports dev.foreshock.engine.targets;
    exports dev.foreshock.engine.unit;
    exports dev.foreshock.engine.vulnerability;

    requires HdrHistogram;
    requires commons.math3;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.sampling;
    requires static transitive org.jspecify;
}
