package dev.foreshock.scenarios;

import dev.foreshock.scenarios.internal.compose.TargetDraft;
import dev.foreshock.scenarios.internal.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target to start from, made of a Docker Compose file, and the file that puts proxies in front of its services. Values of the environment are
 * looked at for names and ports of services, and never copied.
 *
 * @param target the target's text, or null if the file is no Compose file
 * @param reroute the text of the Compose file that is laid over it, or null
 * @param containers the containers of the proxies that the reroute adds
 * @param notes what was decided on the way, and why
 * @param diagnostics why there is no text; empty if there is
 */
public record TargetImport(
        @Nullable String target,
        @Nullable String reroute,
        List<String> containers,
        List<String> notes,
        List<Diagnostic> diagnostics) {

    /** Copies the lists. */
    public TargetImport {
        containers = List.copyOf(containers);
        notes = List.copyOf(notes);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads a Compose file.
     *
     * @param rerouteFile what the file that puts the proxies in will be called
     */
    public static TargetImport of(Path file, String rerouteFile) {
        Report report = new Report();
        TargetDraft draft = TargetDraft.read(file, rerouteFile, report);
        return draft == null
                ? new TargetImport(null, null, List.of(), List.of(), report.sorted())
                : new TargetImport(draft.target(), draft.reroute(), draft.containers(), draft.notes(), List.of());
    }
}
