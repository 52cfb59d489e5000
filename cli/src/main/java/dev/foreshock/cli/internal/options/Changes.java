package dev.foreshock.cli.internal.options;

import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is changed about a scenario: the options that several commands share. */
public class Changes {
    @Option(
            names = "--overlay",
            paramLabel = "FILE",
            description = "Put an overlay file over the scenario's. Repeat for more; later ones win.")
    public List<Path> overlays = List.of();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "Apply a variant of the file. Repeat for more; later ones win.")
    public List<String> variants = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change one setting, such as web.replicas=4. Repeat for more; later ones win.")
    public List<String> sets = List.of();

    public LoadResult load(String scenario) {
        return ScenarioLoader.standard().load(Source.of(scenario), all());
    }

    public dev.foreshock.scenarios.Changes all() {
        return new dev.foreshock.scenarios.Changes(overlays, variants, sets);
    }

    /** Appends the options that change a scenario so. */
    public void appendTo(StringBuilder command) {
        overlays.forEach(overlay -> command.append(" --overlay ").append(Shell.quoted(overlay.toString())));
        variants.forEach(variant -> command.append(" --variant ").append(Shell.quoted(variant)));
        sets.forEach(set -> command.append(" --set ").append(Shell.quoted(set)));
    }
}
