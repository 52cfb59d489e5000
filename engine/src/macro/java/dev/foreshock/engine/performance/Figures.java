package dev.foreshock.engine.performance;

/**
 * What a contestant found out, to tell whether it simulates what the others do.
 *
 * @param requests requests that ended
 * @param meanSeconds their mean response time
 * @param perSecond those that ended well, per second of model time
 */
record Figures(long requests, double meanSeconds, double perSecond) {}
