package dev.foreshock.scenarios.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the target file that goes with the proxies of a Compose file. */
final class TargetText {
    private final StringBuilder text = new StringBuilder();

    private TargetText() {}

    /**
     * Returns the text.
     *
     * @param name the name of the target
     * @param reroute the name of the file that puts the proxies in
     */
    static String of(
            Map<String, Service> services,
            Map<String, String> names,
            List<Detour> detours,
            String name,
            String reroute) {
        return new TargetText().write(services, names, detours, name, reroute);
    }

    private String write(
            Map<String, Service> services,
            Map<String, String> names,
            List<Detour> detours,
            String name,
            String reroute) {
        line("# yaml-language-server: $schema=target-v1.json");
        line("# Where the parts of " + name + " are once " + reroute + " has put a proxy in front of them.");
        line("# Nothing may be broken yet: say allowed: yes where it may.");
        line("foreshock: 1");
        line("semantics: 2026.2");
        line("target: " + name);
        line("environment: test   # chosen: staging or production, if it is one");
        line("");
        line("servers:");
        detours.forEach(detour -> line("  " + detour.component() + ": 127.0.0.1:" + detour.controlPort()
                + "   # the control of " + detour.container()));
        line("");
        line("links:");
        for (Detour detour : detours) {
            line("  " + detour.component() + ": { on: " + detour.component() + ", server: " + detour.component()
                    + ", proxy: " + detour.component() + ", to: \"" + detour.service() + ":" + detour.port()
                    + "\", allowed: no }   # the port: from " + detour.portFrom());
        }
        line("");
        line("probes:");
        List<String> probes = probes(services, names);
        if (probes.isEmpty()) {
            line("  # unknown: no service publishes a port; name a page that answers while all is well");
            line("  alive: { get: \"http://127.0.0.1:8080/\", every: 1s, within: 1s }");
        }
        probes.forEach(this::line);
        return text.toString();
    }

    private static List<String> probes(Map<String, Service> services, Map<String, String> names) {
        List<String> probes = new ArrayList<>();
        services.values().stream()
                .filter(service -> service.role() == Role.SERVER || service.role() == Role.EDGE)
                .filter(service -> !service.ports().published().isEmpty())
                .forEach(service -> probes.add("  " + names.getOrDefault(service.name(), service.name())
                        + ": { get: \"http://127.0.0.1:"
                        + service.ports().published().get(0)
                        + "/\", every: 1s, within: 1s }   # unknown: a page that tells whether all is well"));
        return probes;
    }

    private void line(String line) {
        text.append(Text.line(line)).append('\n');
    }
}
