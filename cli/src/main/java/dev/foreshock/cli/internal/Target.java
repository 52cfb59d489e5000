package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.LoadResult;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed about it. */
final class Target extends Changes {
    static final String LABEL = "NAME-or-FILE";

    @Parameters(
            paramLabel = LABEL,
            completionCandidates = LibraryNames.class,
            description = "A scenario of the library, or a file: a path, or a name that ends in .yaml.")
    String scenario = "";

    LoadResult load() {
        return load(scenario);
    }
}
