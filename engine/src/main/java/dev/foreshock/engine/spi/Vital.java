package dev.foreshock.engine.spi;

/** How a component answers a shallow health check: somebody who asks whether it is there, beside all work. */
public enum Vital {
    /** At once. */
    ANSWERS,
    /** Not before it goes on: its process stands. */
    STANDS,
    /** There is no connection. */
    REFUSES
}
