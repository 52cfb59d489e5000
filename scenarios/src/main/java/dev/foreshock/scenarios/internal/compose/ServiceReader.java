package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads services one by one, and notes what it passes over. */
final class ServiceReader {

    private static final int MOST_REPLICAS = 1_000;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern CONSUMER =
            Pattern.compile("(?i).*(worker|consumer|celery|sidekiq|subscriber|listener|processor|dispatcher).*");

    /** What is read, and what says nothing about behavior, such as how a container is built or called. */
    private static final Set<String> KNOWN = Set.of(
            "image",
            "build",
            "deploy",
            "scale",
            "cpus",
            "mem_limit",
            "depends_on",
            "links",
            "external_links",
            "environment",
            "command",
            "entrypoint",
            "container_name",
            "hostname",
            "networks",
            "ports",
            "restart",
            "healthcheck",
            "labels",
            "profiles",
            "extends",
            "env_file",
            "expose");

    private final Map<String, Set<String>> ignored = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();
    private final List<String> withEnvFile = new ArrayList<>();

    /** Returns the settings passed over, each with the services that have it. */
    Map<String, Set<String>> ignored() {
        return ignored;
    }

    /** Returns remarks about what lies outside of the file. */
    List<String> unread() {
        List<String> result = new ArrayList<>(unread);
        if (!withEnvFile.isEmpty()) {
            result.add("what is in the env_file of " + Text.list(withEnvFile)
                    + ": it was not read, and may name services that are called");
        }
        return result;
    }

    Service read(String name, Map<String, @Nullable Object> settings) {
        settings.keySet().stream()
                .filter(key -> !KNOWN.contains(key) && !key.startsWith("x-"))
                .forEach(key -> ignore(key, name));
        if (settings.get("env_file") != null) {
            withEnvFile.add(name);
        }
        String image = Values.text(settings.get("image"));
        Object deploy = settings.get("deploy");
        Values.map(deploy).keySet().stream()
                .filter(key -> !List.of("replicas", "resources", "restart_policy", "mode")
                        .contains(key))
                .forEach(key -> ignore("deploy." + key, name));
        if ("global".equals(Values.at(deploy, "mode"))) {
            unread.add("how many of " + name + " there are: one on each node (deploy.mode: global)");
        }
        String commands = String.join(" ", Values.texts(settings.get("command"))) + " "
                + String.join(" ", Values.texts(settings.get("entrypoint")));
        Map<String, String> hosts = new LinkedHashMap<>();
        hosts.put(Hosts.COMMAND, commands);
        hosts.putAll(Values.pairs(settings.get("environment")));
        return new Service(
                name,
                image == null ? "" : image,
                Role.of(image == null ? "" : image),
                replicas(name, settings),
                first(Values.number(Values.at(deploy, "resources", "limits", "cpus"), 0.001, 10_000), settings, "cpus"),
                memory(settings),
                Values.names(settings.get("depends_on")),
                links(settings),
                bounded(hosts),
                aliases(settings),
                networks(settings),
                !Values.names(settings.get("ports")).isEmpty() || hasLongPorts(settings.get("ports")),
                Ports.of(settings.get("ports"), settings.get("expose")),
                restartDelay(settings),
                Values.duration(Values.at(settings.get("healthcheck"), "start_period")),
                CONSUMER.matcher(name).matches() || CONSUMER.matcher(commands).matches(),
                isBehindTraefik(Values.pairs(settings.get("labels")))
                        || isBehindTraefik(Values.pairs(Values.at(deploy, "labels"))));
    }

    /** A name is sought in all of it, so there must not be too much. */
    private static Map<String, String> bounded(Map<String, String> hosts) {
        Map<String, String> result = new LinkedHashMap<>();
        int left = MOST_TEXT;
        for (Map.Entry<String, String> setting : hosts.entrySet()) {
            left -= setting.getValue().length();
            if (left >= 0) {
                result.put(setting.getKey(), setting.getValue());
            }
        }
        return result;
    }

    private void ignore(String key, String service) {
        ignored.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(service);
    }

    private int replicas(String name, Map<String, @Nullable Object> settings) {
        Object given = Values.at(settings.get("deploy"), "replicas");
        given = given == null ? settings.get("scale") : given;
        Double number = Values.number(given, 1, MOST_REPLICAS);
        if (given != null && number == null) {
            unread.add("how many of " + name + " there are: not a number from 1 to " + MOST_REPLICAS + " in the file");
        }
        return number == null ? 1 : number.intValue();
    }

    private static @Nullable Double first(
            @Nullable Double number, Map<String, @Nullable Object> settings, String otherwise) {
        return number != null ? number : Values.number(settings.get(otherwise), 0.001, 10_000);
    }

    private static @Nullable Long memory(Map<String, @Nullable Object> settings) {
        Long limit = Values.mebibytes(Values.at(settings.get("deploy"), "resources", "limits", "memory"));
        return limit != null ? limit : Values.mebibytes(settings.get("mem_limit"));
    }

    private static List<String> links(Map<String, @Nullable Object> settings) {
        return Values.texts(settings.get("links")).stream()
                .map(link -> link.contains(":") ? link.substring(0, link.indexOf(':')) : link)
                .toList();
    }

    private static Set<String> aliases(Map<String, @Nullable Object> settings) {
        Set<String> aliases = new LinkedHashSet<>();
        Values.map(settings.get("networks"))
                .values()
                .forEach(network -> aliases.addAll(Values.texts(Values.at(network, "aliases"))));
        aliases.addAll(Values.texts(settings.get("container_name")));
        aliases.addAll(Values.texts(settings.get("hostname")));
        aliases.removeIf(String::isBlank);
        return aliases;
    }

    private static Set<String> networks(Map<String, @Nullable Object> settings) {
        Set<String> networks = new LinkedHashSet<>(Values.names(settings.get("networks")));
        return networks.isEmpty() ? Set.of("default") : networks;
    }

    private static boolean hasLongPorts(@Nullable Object ports) {
        return ports instanceof List<?> list && list.stream().anyMatch(port -> Values.at(port, "published") != null);
    }

    private static @Nullable String restartDelay(Map<String, @Nullable Object> settings) {
        Object policy = Values.at(settings.get("deploy"), "restart_policy");
        String condition = Values.text(Values.at(policy, "condition"));
        String restart = Values.text(settings.get("restart"));
        boolean bySwarm = policy != null && !"none".equals(condition);
        boolean byDocker = restart != null
                && (restart.equals("always") || restart.equals("unless-stopped") || restart.startsWith("on-failure"));
        if (!bySwarm && !byDocker) {
            return null;
        }
        String delay = Values.duration(Values.at(policy, "delay"));
        return delay != null ? delay : bySwarm ? "5s" : "1s";
    }

    private static boolean isBehindTraefik(Map<String, String> labels) {
        return labels.keySet().stream().anyMatch(label -> label.startsWith("traefik."))
                && !"false".equals(labels.get("traefik.enable"));
    }
}
