package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock check}: reads a scenario and says what is wrong with it, without running it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads a scenario and says everything that is wrong with it, without running it.",
        footer = {"", "Exit codes: 0 nothing is wrong, 3 something is, 2 wrong usage."})
final class CheckCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Option(names = "--json", description = "Write the findings as JSON.")
    private boolean json;

    CheckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        LoadResult loaded = target.load();
        Scenario scenario = loaded.scenario();
        if (json) {
            here.out().println(CheckJson.of(loaded));
        } else {
            here.out().print(DiagnosticPrinter.print(loaded.diagnostics()));
        }
        boolean runnable = scenario != null && canRun(scenario);
        if (scenario != null && runnable && !json) {
            here.out().println("ok: " + summary(scenario, loaded));
        }
        here.out().flush();
        return (runnable ? ExitCode.PASSED : ExitCode.INVALID).number();
    }

    /** Prepares a run, which finds what no single setting shows, such as traffic too large to number its users. */
    private boolean canRun(Scenario scenario) {
        try {
            Simulation.of(scenario);
            return true;
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: " + e.getMessage());
            return false;
        }
    }

    private static String summary(Scenario scenario, LoadResult loaded) {
        return scenario.name() + ", " + count(scenario.system().components().size(), "component") + ", "
                + count(scenario.runbook().size(), "step") + ", "
                + count(scenario.record().size(), "record") + ", "
                + count(scenario.gates().size(), "gate")
                + (loaded.variants().isEmpty() ? "" : "; variants: " + String.join(", ", loaded.variants()));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
