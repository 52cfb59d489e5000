package dev.foreshock.cli.internal.findings;

import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found in one scenario.
 *
 * @param source the scenario as the user named it
 * @param name its own name, or null where it could not be read
 * @param variants the names of its variants
 * @param diagnostics everything there is to say, sorted by place
 * @param isStrict whether a warning is as bad as an error
 */
public record Checked(
        String source, @Nullable String name, List<String> variants, List<Diagnostic> diagnostics, boolean isStrict) {

    /** Copies the lists. */
    public Checked {
        variants = List.copyOf(variants);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Tells whether nothing is wrong with it, or with --strict even odd. */
    public boolean isSound() {
        return name != null && count(Severity.ERROR) == 0 && !(isStrict && count(Severity.WARNING) > 0);
    }

    /** Returns how many of its diagnostics are this bad. */
    public int count(Severity severity) {
        return (int) diagnostics.stream()
                .filter(found -> found.severity() == severity)
                .count();
    }

    /** Returns all there is to say about several scenarios, sorted; what they share is said once. */
    public static List<Diagnostic> diagnostics(List<Checked> checks) {
        return checks.stream()
                .flatMap(checked -> checked.diagnostics().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
