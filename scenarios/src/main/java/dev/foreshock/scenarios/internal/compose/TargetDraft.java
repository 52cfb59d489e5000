package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.scenarios.internal.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Compose file says of where proxies can stand.
 *
 * @param target the target file
 * @param reroute the Compose file that puts the proxies in
 * @param containers the containers that have them
 * @param notes what was decided and why
 */
public record TargetDraft(String target, String reroute, List<String> containers, List<String> notes) {
    /**
     * Reads a Compose file; null if it is none, and the report then says why.
     *
     * @param rerouteFile what the file that puts the proxies in will be called
     */
    public static @Nullable TargetDraft read(Path path, String rerouteFile, Report report) {
        ComposeFile file = ComposeFile.read(path, report);
        if (file == null) {
            return null;
        }
        Project project = file.project();
        Detours detours = new Detours(project);
        List<String> notes = new ArrayList<>(project.notes());
        notes.addAll(detours.notes());
        return new TargetDraft(
                TargetText.of(
                        project.services(),
                        Text.names(project.services().keySet()),
                        detours.all(),
                        file.name(),
                        rerouteFile),
                DetourText.of(
                        project.services(), detours.all(), Text.safe(String.valueOf(path.getFileName())), rerouteFile),
                detours.all().stream().map(Detour::container).toList(),
                notes.stream().map(Text::line).toList());
    }
}
