package dev.foreshock.cli.internal.findings;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Names files the way programs that know the working directory expect them: relative to it, with slashes.
 *
 * @param directory the working directory
 */
record Paths(Path directory) {

    /** Returns the file that a finding is about, or null where it is about the command line. */
    @Nullable
    String file(Diagnostic found) {
        return found.code() == Code.UNKNOWN_SCENARIO ? null : file(found.place());
    }

    /** Returns the file of a place, or null where it is an argument. */
    @Nullable
    String file(Place place) {
        if (place.file().startsWith("--")) {
            return null;
        }
        try {
            Path base = directory.toAbsolutePath().normalize();
            Path path = base.resolve(place.file()).normalize();
            return (path.startsWith(base) ? base.relativize(path) : path)
                    .toString()
                    .replace('\\', '/');
        } catch (InvalidPathException e) {
            return place.file();
        }
    }
}
