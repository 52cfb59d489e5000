package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.files.OutputDirectory;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a run go.
 *
 * @param here where the command runs
 * @param directory the directory, or null where none is written
 */
public record RunFiles(Surroundings here, @Nullable OutputDirectory directory) {
    /**
     * Returns a directory that is known to be writable, before anything costly begins.
     *
     * @param usual the name of the one to use where nobody said
     * @throws UsageException if another was asked for and cannot be written
     */
    static RunFiles prepare(Surroundings here, RunRequest request, String usual) {
        Path wanted = request.out();
        if (wanted != null) {
            try {
                return new RunFiles(here, OutputDirectory.at(here.directory().resolve(wanted)));
            } catch (IOException e) {
                throw new UsageException("--out must be a directory that can be written, but was " + wanted + " ("
                        + DiskWords.of(e) + ")");
            }
        }
        if (request.json()) {
            return new RunFiles(here, null);
        }
        Path place = here.directory().resolve("runs").resolve(asFileName(usual));
        try {
            return new RunFiles(here, OutputDirectory.at(place));
        } catch (IOException e) {
            here.err()
                    .println("note: no report is written, as " + place + " is not writable; --out names another place");
            return new RunFiles(here, null);
        }
    }

    /** Returns where a file lies, or null where none is written. */
    @Nullable
    String path(String name) {
        return directory == null ? null : directory.file(name).toString();
    }

    /** Writes files; tells whether nothing kept them from being written. */
    boolean write(Map<String, String> texts) {
        try {
            if (directory != null) {
                directory.write(texts);
            }
            return true;
        } catch (IOException e) {
            here.err().println("foreshock: the reports could not be written: " + DiskWords.of(e));
            return false;
        }
    }

    /** Returns a name that is no path. */
    public static String asFileName(String scenario) {
        String name = scenario.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.startsWith(".") || name.isEmpty() ? "_" + name : name;
    }
}
