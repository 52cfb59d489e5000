package dev.foreshock.faults.process;

/**
 * A process that is there.
 *
 * @param identity which it is
 * @param stopped whether it is stopped, as by SIGSTOP
 * @param own whether it runs as the user of Foreshock
 * @param ours whether it is Foreshock itself, or one of those that started it
 */
public record ProcessState(ProcessIdentity identity, boolean stopped, boolean own, boolean ours) {}
