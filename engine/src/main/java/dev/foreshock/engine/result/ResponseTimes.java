package dev.foreshock.engine.result;

/**
 * Response times of all requests that ended, whatever their outcome, from the intended start; in seconds.
 *
 * @param mean the mean
 * @param p50 the median
 * @param p90 the 90 % quantile
 * @param p99 the 99 % quantile
 * @param p999 the 99.9 % quantile
 */
public record ResponseTimes(double mean, double p50, double p90, double p99, double p999) {}
