package dev.foreshock.cli.internal.language;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.findings.JsonText;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.scenarios.Library;
import dev.foreshock.scenarios.LibraryScenario;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code foreshock scenarios}: lists what the library has. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the scenarios of the library.")
public final class ScenariosCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--json", description = "Write the list as JSON.")
    private boolean json;

    public ScenariosCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            Library.scenarios().forEach(scenario -> describe(scenario, list.addObject()));
            here.out().print(JsonText.of(list));
        } else {
            Library.scenarios().forEach(this::show);
            here.out().println(here.command() + " run NAME runs one of them, with --variant NAME changed");
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

    private static void describe(LibraryScenario scenario, ObjectNode json) {
        json.put("name", scenario.name());
        json.put("about", scenario.about());
        ArrayNode variants = json.putArray("variants");
        variants(scenario).forEach(variants::add);
    }

    private static List<String> variants(LibraryScenario scenario) {
        return ScenarioLoader.standard().load(Source.library(scenario.name())).variants();
    }
}
