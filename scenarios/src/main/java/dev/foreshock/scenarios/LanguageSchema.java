package dev.foreshock.scenarios;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.scenarios.internal.schema.SchemaWriter;

/** The JSON Schemas (draft 7) of the language, generated from the records that the reader follows. */
public final class LanguageSchema {

    private LanguageSchema() {}

    /** Returns the schema of scenario files. */
    public static String scenario() {
        return new SchemaWriter(Catalog.standard()).scenario();
    }

    /** Returns the schema of system files. */
    public static String system() {
        return new SchemaWriter(Catalog.standard()).system();
    }

    /** Returns the schema of overlay files. */
    public static String overlay() {
        return new SchemaWriter(Catalog.standard()).overlay();
    }

    /** Returns the schema of target files. */
    public static String target() {
        return new SchemaWriter(Catalog.standard()).target();
    }
}
