package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.describe.Settings;

/** What descriptions are called outside of Java. */
final class Names {

    private Names() {}

    /** Returns the name of a record or family: its Java name with hyphens, less {@code Spec}. */
    static String of(Class<?> type) {
        String name = type.getSimpleName().replaceAll("Spec$", "");
        return Settings.hyphenated(name).replaceFirst("^-", "");
    }

    /** Returns the name of a description: for a kind, its family and its word. */
    static String of(Class<?> record, Catalog catalog) {
        for (Kind<?> kind : catalog.kinds()) {
            if (kind.type() == record) {
                return of(kind.family()) + "." + kind.name();
            }
        }
        return of(record);
    }

    /** Returns the plain words of a name with hyphens. */
    static String words(Class<?> type) {
        return of(type).replace('-', ' ');
    }
}
