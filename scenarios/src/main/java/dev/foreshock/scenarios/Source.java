package dev.foreshock.scenarios;

import java.nio.file.Path;

/** Which scenario is meant: one of the library by its name, or a file. */
public sealed interface Source {

    /**
     * A scenario of the library.
     *
     * @param name its name
     */
    record InLibrary(String name) implements Source {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A scenario in a file.
     *
     * @param path the file
     */
    record InFile(Path path) implements Source {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Returns the library scenario {@code name}. */
    static Source library(String name) {
        return new InLibrary(name);
    }

    /** Returns the scenario in the file {@code path}. */
    static Source file(Path path) {
        return new InFile(path);
    }

    /**
     * Returns what a command line means by {@code argument}: a file if it has a path separator or ends in {@code .yaml} or
     * {@code .yml}, else a scenario of the library.
     */
    static Source of(String argument) {
        boolean file = argument.indexOf('/') >= 0
                || argument.indexOf('\\') >= 0
                || argument.endsWith(".yaml")
                || argument.endsWith(".yml");
        if (!file || argument.indexOf('\0') >= 0) {
            return library(argument);
        }
        try {
            return file(Path.of(argument));
        } catch (java.nio.file.InvalidPathException e) {
            return library(argument);
        }
    }
}
