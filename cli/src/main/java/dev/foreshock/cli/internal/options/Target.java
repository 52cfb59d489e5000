package dev.foreshock.cli.internal.options;

import dev.foreshock.scenarios.LoadResult;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed about it. */
public final class Target extends Changes {
    public static final String LABEL = "NAME-or-FILE";

    @Parameters(
            paramLabel = LABEL,
            completionCandidates = LibraryNames.class,
            description = "A scenario of the library, or a file: a path, or a name that ends in .yaml.")
    public String scenario = "";

    public LoadResult load() {
        return load(scenario);
    }
}
