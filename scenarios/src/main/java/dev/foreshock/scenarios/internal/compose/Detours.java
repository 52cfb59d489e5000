package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which services can have a proxy in front of them, and which cannot, and why. */
final class Detours {
    /** What addresses in the network of the proxies start with. */
    static final String NETWORK_START = "10.213.74.";

    private static final int MOST = 200;

    private final Project project;
    private final Map<String, String> names;
    private final List<Detour> all = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Detours(Project project) {
        this.project = project;
        this.names = Text.names(project.services().keySet());
        project.services().values().forEach(this::consider);
    }

    List<Detour> all() {
        return all;
    }

    /** Returns what was decided and why. */
    List<String> notes() {
        return notes;
    }

    private void consider(Service service) {
        Set<String> callers = callers(service);
        Set<String> fixed = project.ignored().getOrDefault("network_mode", Set.of());
        if (fixed.contains(service.name()) && !callers.isEmpty()) {
            notes.add(service.name() + " has no proxy: its network_mode keeps proxies from reaching it by its name");
            return;
        }
        callers.stream()
                .filter(fixed::contains)
                .forEach(caller -> notes.add(caller + " calls " + service.name()
                        + " past its proxy: its network_mode lets it have no network beside"));
        callers.removeAll(fixed);
        if (callers.isEmpty()) {
            return;
        }
        @Nullable Found port = port(service, callers);
        if (port == null) {
            notes.add(service.name()
                    + " has no proxy: nothing says on which port it listens; say expose: in the Compose file");
        } else if (all.size() >= MOST) {
            notes.add(service.name() + " has no proxy: there are " + MOST + " already");
        } else {
            all.add(new Detour(
                    service.name(),
                    names.getOrDefault(service.name(), service.name()),
                    port.number(),
                    port.from(),
                    List.copyOf(callers),
                    all.size()));
        }
    }

    /** Those who connect to it: who takes from a queue does, too, though the queue's messages are what calls. */
    private Set<String> callers(Service service) {
        Set<String> callers = new LinkedHashSet<>();
        for (Edge edge : project.edges()) {
            boolean takes = service.role() == Role.QUEUE && edge.from().equals(service.name());
            if (edge.to().equals(service.name()) && !isQueue(edge.from())) {
                callers.add(edge.from());
            } else if (takes) {
                callers.add(edge.to());
            }
        }
        return callers;
    }

    private boolean isQueue(String name) {
        Service service = project.services().get(name);
        return service != null && service.role() == Role.QUEUE;
    }

    private record Found(int number, String from) {}

    private @Nullable Found port(Service service, Set<String> callers) {
        List<String> called = new ArrayList<>(service.aliases());
        called.add(service.name());
        for (String caller : callers) {
            for (String name : called) {
                OptionalInt named = named(name, project.services().get(caller));
                if (named.isPresent()) {
                    return new Found(named.getAsInt(), "the settings of " + caller);
                }
            }
        }
        if (!service.ports().own().isEmpty()) {
            return new Found(service.ports().own().get(0), "its ports");
        }
        OptionalInt usual = UsualPort.of(service.image());
        return usual.isPresent() ? new Found(usual.getAsInt(), "its image") : null;
    }

    /** Returns the port that comes after a host's name in the settings of a caller. */
    private static OptionalInt named(String host, @Nullable Service caller) {
        if (caller == null || host.isEmpty()) {
            return OptionalInt.empty();
        }
        Pattern address = Pattern.compile(
                "(?<![a-z0-9_.-])" + Pattern.quote(host.toLowerCase(Locale.ROOT)) + ":(\\d{1,5})(?!\\d)");
        for (String text : caller.hosts().values()) {
            Matcher found = address.matcher(text.toLowerCase(Locale.ROOT));
            if (found.find()) {
                return Ports.number(found.group(1));
            }
        }
        return OptionalInt.empty();
    }
}
