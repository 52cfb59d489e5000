package dev.foreshock.reports;

/**
 * A number that a scenario was given and that is not known exactly.
 *
 * @param name where it is set, such as {@code knobs.peak}
 * @param is its value, as written
 * @param range the values it may have, as written; empty if none are given
 * @param basis where it comes from: {@code fact}, {@code measured}, {@code calibrated} or {@code chosen}; empty if that is not said
 * @param source the text or measurement behind it; empty if that is not said
 */
public record Given(String name, String is, String range, String basis, String source) {}
