package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import dev.foreshock.scenarios.internal.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings texts to the newest versions, one migration after another; each starts from the text that the last one left. */
public final class Migrator {

    /**
     * A migration that was made.
     *
     * @param key the setting in the file's head: foreshock or semantics
     * @param from the version before
     * @param to the version after
     * @param what what changed, in a few words
     */
    public record Step(String key, String from, String to, String what) {}

    /**
     * What became of a text.
     *
     * @param text the text in the newest versions
     * @param root its tree
     * @param steps how it got there; none if it was there before
     */
    public record Migrated(String text, MapNode root, List<Step> steps) {}

    private final Migrations migrations;

    Migrator(Migrations migrations) {
        this.migrations = migrations;
    }

    /** Returns one that knows the versions of this Foreshock. */
    public static Migrator standard() {
        return new Migrator(Migrations.STANDARD);
    }

    /**
     * Migrates a text.
     *
     * @return what became of it, or null where it cannot be read; the report then says why
     */
    public @Nullable Migrated migrate(String name, String text, @Nullable Location location, Report report) {
        List<Step> steps = new ArrayList<>();
        String current = text;
        while (true) {
            MapNode root = read(name, current, location, report);
            if (root == null) {
                return null;
            }
            Migration next = migrations.next(axis -> version(root, axis).text());
            if (next == null) {
                return new Migrated(current, root, List.copyOf(steps));
            }
            current = migrated(new LocatedFile(current, root), next);
            steps.add(new Step(next.axis().key(), next.from(), next.to(), next.what()));
        }
    }

    private @Nullable MapNode read(String name, String text, @Nullable Location location, Report report) {
        Node root = TreeReader.read(SourceText.of(name, text, location), text, report);
        if (!(root instanceof MapNode map)) {
            if (root != null) {
                report.add(
                        Code.DOCUMENT,
                        root.site().place(),
                        "a file must be a map of settings, but was " + root.shape(),
                        "start with foreshock: " + migrations.newest(Axis.LANGUAGE));
            }
            return null;
        }
        for (Axis axis : Axis.values()) {
            checkVersion(map, axis, report);
        }
        return report.hasErrors() ? null : map;
    }

    private void checkVersion(MapNode file, Axis axis, Report report) {
        MapNode.Entry entry = file.entry(axis.key());
        List<String> known = migrations.versions(axis);
        if (entry == null) {
            Place first = file.entries().isEmpty()
                    ? file.site().place()
                    : file.entries().iterator().next().key().site().place();
            report.add(
                    axis.code(),
                    first,
                    "a file must have '" + axis.key() + "', the version of the " + axis.noun() + " it is written for",
                    "add " + axis.key() + ": " + migrations.newest(axis));
        } else if (!(entry.value() instanceof TextNode version && known.contains(version.text()))) {
            report.add(
                    axis.code(),
                    entry.value().site().place(),
                    "'" + axis.key() + "' must be " + String.join(" or ", known) + ", but was "
                            + (entry.value().isNull()
                                    ? "left empty"
                                    : entry.value().shape()),
                    "this Foreshock knows version " + String.join(" and ", known) + " of the " + axis.noun());
        }
    }

    private static String migrated(LocatedFile file, Migration migration) {
        List<Edit> edits = new ArrayList<>(migration.edits(file));
        TextNode version = version(file.root(), migration.axis());
        int start = file.start(version) + version.inset();
        boolean asWritten = file.text().startsWith(version.text(), start);
        edits.add(
                asWritten // then quotes can stay
                        ? new Edit(start, start + version.text().length(), migration.to())
                        : new Pen(file).replace(version, migration.to()));
        return Edit.apply(file.text(), edits);
    }

    /** Returns the version of the model that a file is written for; empty if it does not say. */
    public static String semantics(MapNode root) {
        return root.value(Axis.SEMANTICS.key()) instanceof TextNode version ? version.text() : "";
    }

    private static TextNode version(MapNode root, Axis axis) {
        if (root.value(axis.key()) instanceof TextNode version) {
            return version;
        }
        throw new IllegalStateException("a version must have been checked: " + axis.key());
    }
}
