package dev.foreshock.scenarios;

import dev.foreshock.engine.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of loading a scenario.
 *
 * @param scenario the scenario, or null if there are errors
 * @param diagnostics everything there is to say, sorted by place
 * @param variants the names of the variants that the file has, in file order
 * @param knobs the numbers that are not known exactly
 * @param kind what the file is
 * @param name what it calls itself, or null if it could not be read
 * @param isChanged whether a variant or a setting from outside changed what the file says; its record then means nothing
 * @param unchanged the scenario as the file has it with its overlays, where a variant or a setting from outside changed it; null
 *     where none did, or if it is broken without them
 * @param outline where claims, variants and knobs are written
 */
public record LoadResult(
        @Nullable Scenario scenario,
        List<Diagnostic> diagnostics,
        List<String> variants,
        List<Knob> knobs,
        DocumentKind kind,
        @Nullable String name,
        boolean isChanged,
        @Nullable Scenario unchanged,
        Outline outline) {

    /** Copies the lists. */
    public LoadResult {
        diagnostics = List.copyOf(diagnostics);
        variants = List.copyOf(variants);
        knobs = List.copyOf(knobs);
    }

    /** Tells whether nothing is wrong with the file, be it a scenario or of another kind. */
    public boolean isSound() {
        return errors().isEmpty();
    }

    /** Tells whether there is a scenario to run. */
    public boolean isUsable() {
        return scenario != null;
    }

    /** Returns the errors among the diagnostics. */
    public List<Diagnostic> errors() {
        return of(Severity.ERROR);
    }

    /** Returns the warnings among the diagnostics, those about variants that nobody chose included. */
    public List<Diagnostic> warnings() {
        return of(Severity.WARNING);
    }

    /** Returns the warnings about the scenario as it was asked for: about what is in use, and no variant that nobody chose. */
    public List<Diagnostic> warningsInUse() {
        return warnings().stream().filter(found -> found.variant().isEmpty()).toList();
    }

    private List<Diagnostic> of(Severity severity) {
        return diagnostics.stream()
                .filter(found -> found.severity() == severity)
                .toList();
    }
}
