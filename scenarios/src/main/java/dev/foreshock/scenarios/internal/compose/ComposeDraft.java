package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.DiskFile;
import dev.foreshock.scenarios.internal.source.Location;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.source.Unavailable;
import dev.foreshock.scenarios.internal.source.Utf8;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a Compose file.
 *
 * @param text the scenario
 * @param components how many components it has
 * @param services how many services the file has
 * @param unknown what the file does not say
 * @param notes what was decided and why
 * @param ignored the settings that were passed over
 */
public record ComposeDraft(
        String text, int components, int services, List<String> unknown, List<String> notes, List<String> ignored) {

    private static final int MOST_SERVICES = 200;
    private static final int SHOWN_SERVICES = 4;

    /** Reads a Compose file; null if it is none, and the report then says why. */
    public static @Nullable ComposeDraft read(Path path, Report report) {
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
        return of(project, path, Values.text(file.get("name")));
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

    private static ComposeDraft of(Project project, Path path, @Nullable String given) {
        boolean hasQueues =
                Catalog.standard().find(ComponentSpec.class, "queue").isPresent();
        Draft draft = new Draft(project, hasQueues);
        List<String> unknown = unknown(draft, project);
        List<String> notes = draft.notes().stream().map(Text::line).toList();
        List<String> ignored = project.ignored().entrySet().stream()
                .map(setting -> Text.line(setting.getKey()) + services(List.copyOf(setting.getValue())))
                .toList();
        String file = Text.safe(String.valueOf(path.getFileName()));
        Path folder = path.toAbsolutePath().normalize().getParent();
        String name = Text.name(
                Objects.requireNonNullElse(given, String.valueOf(folder == null ? "compose" : folder.getFileName())));
        String text = ScenarioText.of(draft, name, file, head(file, unknown, notes, ignored));
        return new ComposeDraft(text, project.services().size(), project.declared(), unknown, notes, ignored);
    }

    private static List<String> head(String file, List<String> unknown, List<String> notes, List<String> ignored) {
        List<String> head = new ArrayList<>();
        head.add("yaml-language-server: $schema=scenario-v1.json");
        head.add("");
        head.add("Started from " + file + ". It runs, but a Compose file does not say how a system behaves: what is");
        head.add("marked \"unknown\" is a stand-in. Replace it by what you measured, in this order of weight:");
        head.add("");
        unknown.forEach(line -> head.add("  - " + line));
        if (!notes.isEmpty()) {
            head.add("");
            head.add("Decided on the way:");
            notes.forEach(line -> head.add("  - " + line));
        }
        if (!ignored.isEmpty()) {
            head.add("");
            head.add("Passed over in " + file + ": " + String.join(", ", ignored));
        }
        return head;
    }

    private static List<String> unknown(Draft draft, Project project) {
        List<String> unknown = new ArrayList<>();
        add(
                unknown,
                "service times: work of ",
                draft,
                service -> !draft.isDatabase(service) && !draft.isBalancer(service.name()));
        add(unknown, "query times and connections of ", draft, draft::isDatabase);
        add(
                unknown,
                "requests at a time: workers of ",
                draft,
                service -> service.cpus() == null
                        && !draft.isDatabase(service)
                        && !draft.isQueue(service)
                        && !draft.isBalancer(service.name()));
        unknown.add("arrival rates, and how many pages users look at, how long they think and wait");
        if (draft.services().keySet().stream()
                .anyMatch(name -> !draft.callsOf(name).isEmpty())) {
            unknown.add("calls: who really calls whom, how often and in which order; here each is made once for every"
                    + " request, all at once");
            unknown.add("timeouts and retries of calls");
        }
        add(
                unknown,
                "memory that a request holds in ",
                draft,
                service -> service.mebibytes() != null && !draft.isDatabase(service));
        add(unknown, "who sends to and who takes from ", draft, service -> service.role() == Role.QUEUE);
        add(
                unknown,
                "hit rates; calls to databases are made whether or not there is a hit in ",
                draft,
                service -> service.role() == Role.CACHE);
        add(unknown, "who calls ", draft, service -> !draft.isReached(service.name()));
        unknown.add("who is on call, what they do, and what you promise to users");
        project.unread().forEach(line -> unknown.add(Text.line(line)));
        return unknown;
    }

    private static void add(List<String> unknown, String what, Draft draft, Predicate<Service> which) {
        List<String> names = draft.services().values().stream()
                .filter(which)
                .map(service -> draft.name(service.name()))
                .toList();
        if (!names.isEmpty()) {
            unknown.add(what + some(names));
        }
    }

    private static String services(List<String> names) {
        return names.isEmpty() ? "" : " (" + Text.line(some(names)) + ")";
    }

    private static String some(List<String> names) {
        int more = names.size() - SHOWN_SERVICES;
        return more <= 1
                ? Text.list(names)
                : Text.list(Stream.concat(names.stream().limit(SHOWN_SERVICES), Stream.of(more + " more"))
                        .toList());
    }
}
