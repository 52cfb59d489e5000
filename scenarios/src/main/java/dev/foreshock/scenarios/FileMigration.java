package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.migrate.Migrator;
import dev.foreshock.scenarios.internal.migrate.Named;
import dev.foreshock.scenarios.internal.migrate.UnifiedDiff;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.LibraryFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import dev.foreshock.scenarios.internal.tree.TreeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What bringing a file to the newest versions of language and model would change. Comments, order and formatting stay.
 * Nothing is written.
 *
 * @param file the file
 * @param before its text; a byte order mark is part of it
 * @param after its text in the newest versions
 * @param steps from version to version, in the order made; none where the file is of the newest already
 * @param isScenario whether it is a scenario, which can be run
 * @param others the files that it names, which need the same versions
 * @param diagnostics why the file cannot be read, if so; it is then left as it is
 */
public record FileMigration(
        Path file,
        String before,
        String after,
        List<Step> steps,
        boolean isScenario,
        List<Path> others,
        List<Diagnostic> diagnostics) {

    /**
     * From one version to the next.
     *
     * @param key the setting in the head of the file: foreshock or semantics
     * @param from the version before
     * @param to the version after
     * @param what what changes, in a few words
     */
    public record Step(String key, String from, String to, String what) {}

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Copies the lists. */
    public FileMigration {
        steps = List.copyOf(steps);
        others = List.copyOf(others);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads {@code file} and works out what is to change. */
    public static FileMigration of(Path file) {
        Report report = new Report();
        Location location = new DiskFile(file);
        String text;
        String mark;
        try {
            byte[] bytes = location.bytes(Location.MOST_BYTES);
            text = Utf8.decode(bytes);
            mark = bytes.length > 2 && bytes[0] == (byte) 0xef ? BYTE_ORDER_MARK : "";
        } catch (Unavailable e) {
            report.add(e.code(), Place.whole(location.shown()), e.text(), e.help());
            return unreadable(file, "", report);
        }
        Migrator.Migrated migrated = Migrator.standard().migrate(location.shown(), text, location, report);
        if (migrated == null) {
            return unreadable(file, mark + text, report);
        }
        List<TextNode> named = Named.in(migrated.root());
        named.forEach(name -> checkLibrary(location, name, Migrator.semantics(migrated.root()), report));
        if (report.hasErrors() && !migrated.steps().isEmpty()) {
            return unreadable(file, mark + text, report);
        }
        return new FileMigration(
                file,
                mark + text,
                mark + migrated.text(),
                migrated.steps().stream()
                        .map(step -> new Step(step.key(), step.from(), step.to(), step.what()))
                        .toList(),
                migrated.root().entry("scenario") != null,
                others(location, named),
                List.of());
    }

    private static FileMigration unreadable(Path file, String text, Report report) {
        return new FileMigration(file, text, text, List.of(), false, List.of(), report.sorted());
    }

    /** Tells whether the file could be read. */
    public boolean isReadable() {
        return diagnostics.isEmpty();
    }

    /** Tells whether anything is to change. */
    public boolean isChange() {
        return !before.equals(after);
    }

    /** Returns the change as a unified diff; empty if there is none. */
    public String diff() {
        return UnifiedDiff.of(file.toString(), before, after);
    }

    /** A file and what it names are of one version, and nobody can rewrite the library. */
    private static void checkLibrary(Location here, TextNode name, String semantics, Report report) {
        try {
            if (here.sibling(name.text()) instanceof LibraryFile library && library.exists()) {
                String text = Utf8.decode(library.bytes(Location.MOST_BYTES));
                Node root = TreeReader.read(SourceText.of(library.shown(), text, library), text, new Report());
                String own = root instanceof MapNode map ? Migrator.semantics(map) : semantics;
                if (!own.equals(semantics)) {
                    report.add(
                            Code.SEMANTICS_DIFFER,
                            name.site().place(),
                            "a file must be written for the semantics of what it names, and " + library.shown()
                                    + " is for " + own + ", so this one cannot be for " + semantics + " yet",
                            "copy " + library.shown() + " beside it to migrate both");
                }
            }
        } catch (Unavailable e) {
            return; // loading says so
        }
    }

    private static List<Path> others(Location location, List<TextNode> names) {
        return names.stream()
                .map(name -> other(location, name.text()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** A file that is not there is for loading to complain of, and one of the library needs nobody's help. */
    private static Optional<Path> other(Location location, String name) {
        try {
            return location.sibling(name) instanceof DiskFile other && other.exists()
                    ? Optional.of(other.path().normalize())
                    : Optional.empty();
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }
}
