package dev.foreshock.scenarios;

import dev.foreshock.engine.targets.TargetSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of loading a target.
 *
 * @param target the target, or null if there are errors
 * @param name what it calls itself, or null if it could not be read
 * @param diagnostics everything there is to say, sorted by place
 */
public record LoadedTarget(
        @Nullable TargetSpec target, @Nullable String name, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public LoadedTarget {
        diagnostics = List.copyOf(diagnostics);
    }
}
