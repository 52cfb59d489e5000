package dev.foreshock.scenarios;

/**
 * Where one thing is written, name and value.
 *
 * @param place its start, on its first line
 * @param endLine its last line, from 1
 * @param isOnDisk whether a file on disk holds it, rather than the library or the command line
 */
public record Passage(Place place, int endLine, boolean isOnDisk) {}
