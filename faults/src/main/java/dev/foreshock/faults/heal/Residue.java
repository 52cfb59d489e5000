package dev.foreshock.faults.heal;

/**
 * Something that may still be broken, or cannot be shown not to be.
 *
 * @param what what it is
 * @param byHand the command that repairs it by hand; empty where there is none to name
 */
public record Residue(String what, String byHand) {}
