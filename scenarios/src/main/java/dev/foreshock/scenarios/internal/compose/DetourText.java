package dev.foreshock.scenarios.internal.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes the Compose file that puts proxies in front of services, to be laid over theirs. Callers find a proxy under the service's name by
 * an entry of their hosts file; nothing else of them changes, and no value of their settings is copied.
 */
final class DetourText {
    /** The network in which proxies have addresses that do not change. */
    private static final String NETWORK = "foreshock";

    private static final String IMAGE = "${TOXIPROXY_IMAGE:-ghcr.io/shopify/toxiproxy:2.12.0}";

    /** What YAML takes for a text and nothing else. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]*-[A-Za-z0-9_-]*[A-Za-z]|[A-Za-z]{4,}[0-9]*");

    private final Map<String, Service> services;
    private final List<Detour> detours;
    private final StringBuilder text = new StringBuilder();

    private DetourText(Map<String, Service> services, List<Detour> detours) {
        this.services = services;
        this.detours = detours;
    }

    /**
     * Returns the text.
     *
     * @param base the name of the Compose file that it is laid over
     * @param file its own name
     */
    static String of(Map<String, Service> services, List<Detour> detours, String base, String file) {
        return new DetourText(services, detours).write(base, file);
    }

    private String write(String base, String file) {
        line("# Puts a proxy in front of "
                + Text.line(Text.list(detours.stream().map(Detour::service).toList())) + ". In:");
        line("#   docker compose -f " + base + " -f " + file + " up -d");
        line("# Out again, which is its undo:");
        line("#   docker compose -f " + base + " -f " + file + " rm -sf "
                + String.join(" ", detours.stream().map(Detour::container).toList()));
        line("#   docker compose -f " + base + " up -d");
        line("# Where you use more files than " + base
                + " (such as compose.override.yaml, which -f leaves out), name them all, each time.");
        line(
                "# Callers find the proxy by an entry of their hosts file; those that ask a name server themselves pass it by.");
        line("services:");
        detours.forEach(this::proxy);
        callers().forEach(this::caller);
        line("configs:");
        for (Detour detour : detours) {
            line("  " + detour.container() + ":");
            line("    content: "
                    + quoted("[{\"name\":" + json(detour.component())
                            + ",\"listen\":\"0.0.0.0:" + detour.port() + "\",\"upstream\":"
                            + json(detour.service() + ":" + detour.port()) + "}]"));
        }
        line("networks:");
        line("  " + NETWORK + ":");
        line("    ipam: { config: [ { subnet: " + Detours.NETWORK_START + "0/24 } ] }");
        return text.toString();
    }

    private void proxy(Detour detour) {
        line("  " + detour.container() + ":");
        line("    image: " + IMAGE);
        line("    command: [ \"-host=0.0.0.0\", \"-config=/toxiproxy.json\", \"-proxy-metrics\" ]");
        line("    configs: [ { source: " + detour.container() + ", target: /toxiproxy.json } ]");
        line("    ports: [ \"127.0.0.1:" + detour.controlPort() + ":8474\" ]   # its control, on this machine alone");
        line("    networks:");
        networks(detour.service()).forEach(network -> line("      " + quoted(network) + ": {}"));
        line("      " + NETWORK + ": { ipv4_address: " + detour.address() + " }");
    }

    private Map<String, Set<Detour>> callers() {
        Map<String, Set<Detour>> callers = new LinkedHashMap<>();
        for (Detour detour : detours) {
            for (String caller : detour.callers()) {
                callers.computeIfAbsent(caller, each -> new LinkedHashSet<>()).add(detour);
            }
        }
        return callers;
    }

    private void caller(String caller, Set<Detour> called) {
        line("  " + quoted(caller) + ":");
        line("    extra_hosts:");
        for (Detour detour : called) {
            Set<String> names = new LinkedHashSet<>(service(detour.service()).aliases());
            names.add(detour.service());
            names.forEach(name -> line("      - " + quoted(name + ":" + detour.address())));
        }
        line("    networks:");
        networks(caller).forEach(network -> line("      " + quoted(network) + ": {}"));
        line("      " + NETWORK + ": {}");
    }

    private Set<String> networks(String service) {
        return service(service).networks();
    }

    private Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** In single quotes nothing has a meaning but the quote itself; a dollar has one for Compose. */
    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return "'" + Text.line(text).replace("'", "''").replace("$", "$$") + "'";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
