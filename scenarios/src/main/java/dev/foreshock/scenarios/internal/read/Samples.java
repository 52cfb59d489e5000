package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.catalog.Catalog;

/** Descriptions in which every setting has some value, for pages that show what a kind can do. */
public final class Samples {

    private Samples() {}

    /** Returns a description of {@code type}. */
    public static <T> T of(Catalog catalog, Class<T> type) {
        return type.cast(new StandIns(catalog).of(type));
    }
}
