package dev.foreshock.engine.live;

/**
 * What a component says of itself when it is scraped.
 *
 * @param up the share of it that accepts calls
 * @param holding the calls in it
 * @param hasWorkers whether it has workers to be busy
 * @param busyNanos the busy time of all its workers since the start
 * @param workerNanos the time of all workers that were there, busy or not
 * @param atHome whether traffic goes where it belongs, as far as it decides about it
 */
public record Reading(
        double up, int holding, boolean hasWorkers, double busyNanos, double workerNanos, boolean atHome) {}
