package dev.foreshock.faults.process;

/**
 * One process, and no other that is given its pid later.
 *
 * @param pid its pid
 * @param started when it was started, as the system tells it: compared, never read
 */
public record ProcessIdentity(long pid, String started) {}
