package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.Library;
import java.util.Iterator;

/** What a shell offers where a scenario is wanted. */
final class LibraryNames implements Iterable<String> {
    /** Created by picocli. */
    LibraryNames() {}

    @Override
    public Iterator<String> iterator() {
        return Library.names().iterator();
    }
}
