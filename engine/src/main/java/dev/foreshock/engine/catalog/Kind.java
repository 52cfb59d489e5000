package dev.foreshock.engine.catalog;

/**
 * One line of the catalog: a word that files use after {@code is:} and the record that describes it.
 *
 * @param family the open interface it belongs to
 * @param name the word in files
 * @param type the record class
 * @param assumed whether a thing of the family is of this kind where a file does not say what it is
 * @param <T> the open interface
 */
public record Kind<T>(Class<T> family, String name, Class<? extends T> type, boolean assumed) {
    /**
     * Creates a line.
     *
     * @throws IllegalArgumentException if the type is not a record
     */
    public Kind {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a kind must be described by a record, but was " + type);
        }
    }

    /** Creates a line for a kind that files must name. */
    public Kind(Class<T> family, String name, Class<? extends T> type) {
        this(family, name, type, false);
    }

    /** Returns a line for the kind that a thing is of which a file does not say what it is. */
    public static <T> Kind<T> assumed(Class<T> family, String name, Class<? extends T> type) {
        return new Kind<>(family, name, type, true);
    }
}
