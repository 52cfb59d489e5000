package dev.foreshock.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of looking into a file that is to be an overlay, without the scenario that it changes.
 *
 * @param kind what the file is, or null if it could not be read
 * @param measured when, of what and on what its numbers were measured, or null if it does not say or there are errors
 * @param diagnostics everything there is to say, sorted by place
 */
public record LoadedOverlay(
        @Nullable DocumentKind kind, @Nullable MeasuredOn measured, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public LoadedOverlay {
        diagnostics = List.copyOf(diagnostics);
    }
}
