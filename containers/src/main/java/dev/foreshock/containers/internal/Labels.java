package dev.foreshock.containers.internal;

import java.nio.file.Path;
import java.util.Map;

/** What everything carries that is made in an engine, so that it is found by whoever removes it. */
public final class Labels {
    /** The label whose value is the directory of the twin. */
    public static final String TWIN = "dev.foreshock.twin";

    /** The label whose value is the directory of the database. */
    static final String DATABASE = "dev.foreshock.database";

    private Labels() {}

    /** Returns the labels of what a database has. */
    static Map<String, String> of(Path database) {
        Path directory = database.toAbsolutePath();
        return Map.of(TWIN, String.valueOf(directory.getParent()), DATABASE, directory.toString());
    }
}
