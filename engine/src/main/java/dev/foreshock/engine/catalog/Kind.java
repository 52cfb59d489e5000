package dev.foreshock.engine.catalog;

/**
 * One line of the catalog: a word that files use after {@code is:} and the record that describes it.
 *
 * @param family the open interface it belongs to
 * @param name the word in files
 * @param type the record class
 * @param <T> the open interface
 */
public record Kind<T>(Class<T> family, String name, Class<? extends T> type) {
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
}
