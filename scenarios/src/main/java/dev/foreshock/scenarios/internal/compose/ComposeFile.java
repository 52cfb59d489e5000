package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Compose file that was read.
 *
 * @param project its services
 * @param name its name, or that of its directory, as files of Foreshock's can have it
 */
record ComposeFile(Project project, String name) {
    private static final int MOST_SERVICES = 200;

    /** Reads a Compose file; null if it is none, and the report then says why. */
    static @Nullable ComposeFile read(Path path, Report report) {
        Location location = new DiskFile(path);
        String text;
        try {
            text = Utf8.decode(location.bytes(Location.MOST_BYTES));
        } catch (Unavailable e) {
            report.add(e.code(), Place.whole(location.shown()), e.text(), e.help());
            return null;
        }
        Object root = ComposeTree.read(SourceText.of(location.shown(), text, location), text, report);
        if (root == null) {
            return null;
        }
        Map<String, @Nullable Object> file = Values.map(root);
        int declared = Values.map(file.get("services")).size();
        if (declared == 0 || declared > MOST_SERVICES) {
            report.add(
                    Code.DOCUMENT,
                    Place.whole(location.shown()),
                    "a Compose file must have 'services', a map from 1 to " + MOST_SERVICES + " names to services, but "
                            + (declared > 0 ? "has " + declared : shape(root, file)),
                    file.containsKey("foreshock")
                            ? "this is a file of Foreshock's own: run or check it"
                            : "a file of version 1, without 'services', can be brought up to date by: docker compose config");
            return null;
        }
        Project project = new Project(file);
        if (project.services().isEmpty()) {
            report.add(
                    Code.DOCUMENT,
                    Place.whole(location.shown()),
                    "a Compose file must have a service that takes part in requests, but all of its were left out",
                    project.notes().isEmpty() ? "" : project.notes().get(0));
            return null;
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        String name = Text.name(Objects.requireNonNullElse(
                Values.text(file.get("name")), String.valueOf(folder == null ? "compose" : folder.getFileName())));
        return new ComposeFile(project, name);
    }

    private static String shape(Object root, Map<String, @Nullable Object> file) {
        Object services = file.get("services");
        if (!(root instanceof Map<?, ?>)) {
            return "is a " + (root instanceof List<?> ? "list" : "text");
        } else if (!file.containsKey("services")) {
            return "has none";
        }
        return "they are " + (services instanceof List<?> ? "a list" : services instanceof String ? "a text" : "empty");
    }
}
