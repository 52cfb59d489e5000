package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.engine.describe.Semantics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The migrations there are, oldest first, and the versions they lead to. Immutable. */
final class Migrations {

    /** Those of Foreshock itself; a new one is one more line. */
    static final Migrations STANDARD = new Migrations(
            "1",
            Semantics.V2026_1.text(),
            List.of(new VersionAlone(
                    Axis.SEMANTICS,
                    Semantics.V2026_1.text(),
                    Semantics.V2026_2.text(),
                    "a refresh or retry asks a page cache for the page of the first try;"
                            + " utilization is of the workers that are up")));

    private final List<Migration> all;
    private final String firstLanguage;
    private final String firstSemantics;

    /**
     * Creates a set of migrations.
     *
     * @throws IllegalArgumentException if they are no chain for each axis
     */
    Migrations(String firstLanguage, String firstSemantics, List<Migration> all) {
        this.all = List.copyOf(all);
        this.firstLanguage = firstLanguage;
        this.firstSemantics = firstSemantics;
        for (Axis axis : Axis.values()) {
            long links =
                    all.stream().filter(migration -> migration.axis() == axis).count();
            if (versions(axis).size() != links + 1) {
                throw new IllegalArgumentException("the migrations of the " + axis.noun()
                        + " must be a chain from version to version, but were " + versions(axis));
            }
        }
    }

    /** Returns the known versions, oldest first. */
    List<String> versions(Axis axis) {
        Set<String> versions = new LinkedHashSet<>();
        String version = axis == Axis.LANGUAGE ? firstLanguage : firstSemantics;
        while (versions.add(version)) {
            Migration next = next(axis, version);
            if (next == null) {
                break;
            }
            version = next.to();
        }
        return new ArrayList<>(versions);
    }

    /** Returns the newest version. */
    String newest(Axis axis) {
        List<String> versions = versions(axis);
        return versions.get(versions.size() - 1);
    }

    /**
     * Returns the oldest migration that starts from one of the given versions, or null if all are the newest. Going by age
     * rather than by axis, a file that skipped a version of Foreshock ends as one that did not.
     */
    @Nullable
    Migration next(Function<Axis, String> version) {
        return all.stream()
                .filter(migration -> migration.from().equals(version.apply(migration.axis())))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Migration next(Axis axis, String version) {
        return all.stream()
                .filter(migration ->
                        migration.axis() == axis && migration.from().equals(version))
                .findFirst()
                .orElse(null);
    }
}
