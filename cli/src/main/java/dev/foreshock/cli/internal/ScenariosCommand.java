package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.Library;
import dev.foreshock.scenarios.LibraryScenario;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foreshock scenarios}: lists what the library has. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the scenarios of the library.")
final class ScenariosCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--json", description = "Write the list as JSON.")
    private boolean json;

    ScenariosCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (json) {
            here.out()
                    .println(JsonText.of(Library.scenarios().stream()
                            .map(ScenariosCommand::described)
                            .toList()));
        } else {
            Library.scenarios().forEach(this::show);
            here.out().println("foreshock run NAME runs one of them, with --variant NAME changed");
        }
        here.out().flush();
        return 0;
    }

    private void show(LibraryScenario scenario) {
        here.out().println(scenario.name());
        here.out().println("    " + scenario.about());
        List<String> variants = variants(scenario);
        if (!variants.isEmpty()) {
            here.out().println("    variants: " + String.join(", ", variants));
        }
    }

    private static Map<String, Object> described(LibraryScenario scenario) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", scenario.name());
        json.put("about", scenario.about());
        json.put("variants", variants(scenario));
        return json;
    }

    private static List<String> variants(LibraryScenario scenario) {
        return ScenarioLoader.standard().load(Source.library(scenario.name())).variants();
    }
}
