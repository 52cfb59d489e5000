package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.List;
import picocli.CommandLine.Option;

/** What is changed about a scenario: the options that several commands share. */
class Changes {
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

    LoadResult load(String scenario) {
        return ScenarioLoader.standard().load(Source.of(scenario), variants, sets);
    }
}
