package dev.foreshock.scenarios.internal.document;

import dev.foreshock.scenarios.LibraryScenario;
import dev.foreshock.scenarios.internal.layer.Files;
import dev.foreshock.scenarios.internal.layer.Header;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.LibraryFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import dev.foreshock.scenarios.internal.tree.MapNode;
import java.util.List;
import java.util.Objects;

/** What the library has. */
public final class LibraryIndex {

    private static final Location INDEX = new LibraryFile("index.txt");

    private LibraryIndex() {}

    /** Returns the names of the scenarios, sorted. */
    public static List<String> names() {
        try {
            return Utf8.decode(INDEX.bytes(Location.MOST_BYTES))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .sorted()
                    .toList();
        } catch (Unavailable e) {
            throw new IllegalStateException("the library must have an index: " + e.text(), e);
        }
    }

    /** Returns the scenarios, by name. */
    public static List<LibraryScenario> scenarios() {
        return names().stream()
                .map(name -> new LibraryScenario(name, about(name)))
                .toList();
    }

    private static String about(String name) {
        MapNode file = Files.read(file(name), null, new Report());
        return file == null ? "" : Objects.requireNonNullElse(Header.text(file, "about"), "");
    }

    static Location file(String name) {
        return new LibraryFile(name + ".yaml");
    }
}
