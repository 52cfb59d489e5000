package dev.foreshock.cli.internal.migrate;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.run.Runner;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.VerdictShift;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.Library;
import dev.foreshock.scenarios.LibraryScenario;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios under two versions of the model and shows what became of every verdict. */
final class VerdictReview {
    private final Surroundings here;
    private final Runner runner;
    private final boolean colored;

    VerdictReview(Surroundings here, Runner runner, boolean colored) {
        this.here = here;
        this.runner = runner;
        this.colored = colored;
    }

    /** Shows all scenarios of the library and their variants under the newest version and the one before. */
    ExitCode library() {
        List<Semantics> versions = List.of(Semantics.values());
        Semantics before = versions.get(Math.max(0, versions.size() - 2));
        int moved = 0;
        int compared = 0;
        try {
            for (LibraryScenario scenario : Library.scenarios()) {
                Source source = Source.library(scenario.name());
                List<String> variants =
                        new ArrayList<>(ScenarioLoader.standard().load(source).variants());
                variants.add(0, "");
                for (String variant : variants) {
                    moved += show(source, variant, before);
                    compared++;
                }
            }
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted");
            return ExitCode.INTERRUPTED;
        }
        here.out().println(compared + " runs compared; " + verdictsMove(moved));
        here.out().flush();
        return ExitCode.PASSED;
    }

    /**
     * Shows a scenario under the version it is written for and the newest.
     *
     * @return whether it could be run
     * @throws StoppedException if a person stopped it
     */
    boolean file(Source source) {
        LoadResult loaded = ScenarioLoader.standard().load(source);
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            here.err().print(DiagnosticPrinter.print(loaded.errors()));
            here.err().println("foreshock: " + source + " is invalid, so its verdicts were not compared");
            return false;
        }
        try {
            here.out().println(verdictsMove(show(source, "", scenario.semantics())));
            return true;
        } catch (InvalidScenarioException e) {
            here.err().println("foreshock: " + e.getMessage());
            return false;
        }
    }

    private int show(Source source, String variant, Semantics before) {
        String name = source + (variant.isEmpty() ? "" : " --variant " + variant);
        RunSet old = run(source, variant, before, name);
        RunSet now = run(source, variant, Semantics.LATEST, name);
        here.out().println(name + " · " + runner.replications() + " replications · seed " + runner.seed());
        List<String> table = VerdictShift.tell(old, now, before.text(), Semantics.LATEST.text(), colored);
        table.forEach(here.out()::println);
        if (table.isEmpty()) {
            here.out().println("  nothing is claimed");
        } else if (old.record().equals(now.record()) && old.gates().equals(now.gates())) {
            here.out().println("  every observed value is the same");
        }
        here.out().println();
        here.out().flush();
        return VerdictShift.moved(old, now);
    }

    private RunSet run(Source source, String variant, Semantics version, String name) {
        LoadResult loaded = ScenarioLoader.standard()
                .load(source, variant.isEmpty() ? List.of() : List.of(variant), List.of("semantics=" + version.text()));
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new IllegalStateException(name + " must run under " + version + ", but: " + loaded.errors());
        }
        if (!here.errIsTerminal()) {
            here.err().println("running " + name + " under " + version);
        }
        JudgedBy judgedBy = variant.isEmpty() && !scenario.record().isEmpty() ? JudgedBy.RECORD : JudgedBy.GATES;
        return runner.run(Simulation.of(scenario), judgedBy, 1);
    }

    private static String verdictsMove(int moved) {
        return moved == 0 ? "no verdict moves" : moved == 1 ? "1 verdict moves" : moved + " verdicts move";
    }
}
