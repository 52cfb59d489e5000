package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.internal.findings.Checked;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings of a check for people: each with its line, then a line for each scenario. Not thread-safe. */
final class CheckText {
    private final Surroundings here;
    private final boolean isColored;
    private final boolean isStrict;
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private final StringBuilder summaries = new StringBuilder();

    CheckText(Surroundings here, boolean isColored, boolean isStrict) {
        this.here = here;
        this.isColored = isColored;
        this.isStrict = isStrict;
    }

    /** Adds what became of one scenario, and returns it for the other formats. */
    Checked add(String source, LoadResult loaded) {
        Scenario scenario = loaded.scenario();
        List<Diagnostic> found = new ArrayList<>(loaded.diagnostics());
        if (scenario != null) {
            found.addAll(whatHindersARun(source, scenario));
        }
        Checked checked =
                new Checked(source, loaded.isSound() ? loaded.name() : null, loaded.variants(), found, isStrict);
        diagnostics.addAll(found);
        summaries.append(summary(checked, scenario, loaded.kind())).append('\n');
        return checked;
    }

    /** Prepares a run, which finds what no single setting shows, such as traffic too large to number its users. */
    private static List<Diagnostic> whatHindersARun(String source, Scenario scenario) {
        try {
            Simulation.of(scenario);
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.problems().stream()
                    .map(problem -> new Diagnostic(
                            Code.RANGE,
                            problem.path() + ": " + problem.message(),
                            Place.whole(source),
                            problem.help(),
                            List.of(),
                            null))
                    .toList();
        }
    }

    private static String summary(Checked checked, @Nullable Scenario scenario, DocumentKind kind) {
        int warnings = checked.count(Severity.WARNING);
        String warned = warnings == 0 ? "" : ", " + count(warnings, "warning");
        if (!checked.isSound()) {
            int errors = checked.count(Severity.ERROR);
            String refused = errors == 0 && warnings > 0 ? ": none is allowed with --strict" : "";
            return "invalid: " + checked.source() + ", " + count(errors, "error") + warned + refused;
        }
        if (scenario == null) {
            return "ok: " + checked.name() + ", "
                    + Spelling.withArticle(kind.name().toLowerCase(Locale.ROOT)) + warned;
        }
        return "ok: " + scenario.name() + ", "
                + count(scenario.system().components().size(), "component") + ", "
                + count(scenario.runbook().size(), "step") + ", "
                + count(scenario.record().size(), "record") + ", "
                + count(scenario.gates().size(), "gate") + warned
                + (checked.variants().isEmpty() ? "" : "; variants: " + String.join(", ", checked.variants()));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        if (diagnostics.isEmpty()) {
            return summaries.toString();
        }
        List<Diagnostic> sorted = diagnostics.stream().sorted().toList();
        return DiagnosticPrinter.print(sorted, isColored) + "\n" + summaries + ExplainCommand.hint(sorted, here);
    }
}
