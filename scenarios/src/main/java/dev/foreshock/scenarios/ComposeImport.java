package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.compose.ComposeDraft;
import dev.foreshock.scenarios.internal.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario to start from, made of a Docker Compose file. Its services become components and what they name each other
 * becomes calls; everything that a Compose file does not say is a stand-in, marked as unknown. Values of the environment are
 * looked at for names of services, and never copied.
 *
 * @param text the scenario's text, or null if the file is no Compose file
 * @param components how many components it has
 * @param services how many services the Compose file has
 * @param unknown what the file does not say, the weightiest first
 * @param notes what was decided on the way, and why
 * @param ignored the settings that were passed over, each with the services that have it
 * @param diagnostics why there is no text; empty if there is
 */
public record ComposeImport(
        @Nullable String text,
        int components,
        int services,
        List<String> unknown,
        List<String> notes,
        List<String> ignored,
        List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public ComposeImport {
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
        ignored = List.copyOf(ignored);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads a Compose file. */
    public static ComposeImport of(Path file) {
        Report report = new Report();
        ComposeDraft draft = ComposeDraft.read(file, report);
        return draft == null
                ? new ComposeImport(null, 0, 0, List.of(), List.of(), List.of(), report.sorted())
                : new ComposeImport(
                        draft.text(),
                        draft.components(),
                        draft.services(),
                        draft.unknown(),
                        draft.notes(),
                        draft.ignored(),
                        List.of());
    }
}
