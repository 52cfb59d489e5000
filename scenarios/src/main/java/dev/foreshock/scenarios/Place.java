package dev.foreshock.scenarios;

/**
 * A stretch of one line of a file.
 *
 * @param file the file, as a person would name it
 * @param line the line, from 1; 0 for the file as a whole
 * @param column the first column, from 1, in characters
 * @param length the number of characters, at least 1
 * @param text the line itself; empty for the file as a whole
 */
public record Place(String file, int line, int column, int length, String text) {

    /** Returns the place that is all of {@code file}. */
    public static Place whole(String file) {
        return new Place(file, 0, 0, 1, "");
    }

    /** Returns {@code file:line:column}, or the file alone. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
