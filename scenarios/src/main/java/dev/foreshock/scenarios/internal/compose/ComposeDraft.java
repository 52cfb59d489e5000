package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.internal.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final int SHOWN_SERVICES = 4;

    /** Reads a Compose file; null if it is none, and the report then says why. */
    public static @Nullable ComposeDraft read(Path path, Report report) {
        ComposeFile file = ComposeFile.read(path, report);
        return file == null ? null : of(file.project(), path, file.name());
    }

    private static ComposeDraft of(Project project, Path path, String name) {
        boolean hasQueues =
                Catalog.standard().find(ComponentSpec.class, "queue").isPresent();
        Draft draft = new Draft(project, hasQueues);
        List<String> unknown = unknown(draft, project);
        List<String> notes = draft.notes().stream().map(Text::line).toList();
        List<String> ignored = project.ignored().entrySet().stream()
                .map(setting -> Text.line(setting.getKey()) + services(List.copyOf(setting.getValue())))
                .toList();
        String file = Text.safe(String.valueOf(path.getFileName()));
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
