package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.document.LibraryIndex;
import java.util.List;

/** The scenarios that Foreshock brings. */
public final class Library {

    private Library() {}

    /** Returns all of them, by name. */
    public static List<LibraryScenario> scenarios() {
        return LibraryIndex.scenarios();
    }

    /** Returns their names, sorted. */
    public static List<String> names() {
        return LibraryIndex.names();
    }
}
