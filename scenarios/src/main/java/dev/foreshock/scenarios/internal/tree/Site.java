package dev.foreshock.scenarios.internal.tree;

import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.source.SourceText;

/**
 * Where something stands in a text.
 *
 * @param source the text
 * @param line its first line, from 1
 * @param column its first column, from 1, in characters
 * @param endLine its last line
 * @param endColumn the column after its last character
 */
public record Site(SourceText source, int line, int column, int endLine, int endColumn) {

    /** Returns the place on the first line. */
    public Place place() {
        String text = source.line(line);
        int end = endLine == line ? endColumn : text.codePointCount(0, text.length()) + 1;
        return new Place(source.name(), line, column, Math.max(1, end - column), text);
    }
}
