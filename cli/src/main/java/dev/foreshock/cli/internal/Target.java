package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is changed about it: the options that several commands share. */
final class Target {
    @Parameters(
            paramLabel = "NAME-or-FILE",
            description = "A scenario of the library, or a file: a path, or a name that ends in .yaml.")
    String scenario = "";

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "Apply a variant of the file. Repeat for more; later ones win.")
    List<String> variants = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change one setting, such as web.replicas=4. Repeat for more; later ones win.")
    List<String> sets = List.of();

    LoadResult load() {
        return ScenarioLoader.standard().load(Source.of(scenario), variants, sets);
    }
}
