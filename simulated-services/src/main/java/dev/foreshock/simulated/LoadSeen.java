package dev.foreshock.simulated;

import java.nio.file.Path;

/**
 * What a load generator wrote down of the requests that it sent for the users of a run.
 *
 * @param directory where it did
 * @param users the users who came, all of whom were planned
 * @param requests the requests that it sent
 * @param lateNanos by how much 99 % of the requests at most were sent later than intended
 * @param mostLateNanos by how much the latest was
 */
public record LoadSeen(Path directory, long users, long requests, long lateNanos, long mostLateNanos) {}
