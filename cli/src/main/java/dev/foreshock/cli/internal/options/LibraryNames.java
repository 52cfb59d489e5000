package dev.foreshock.cli.internal.options;

import dev.foreshock.scenarios.Library;
import java.util.Iterator;

/** What a shell offers where a scenario is wanted. */
public final class LibraryNames implements Iterable<String> {
    /** Created by picocli. */
    LibraryNames() {}

    @Override
    public Iterator<String> iterator() {
        return Library.names().iterator();
    }
}
