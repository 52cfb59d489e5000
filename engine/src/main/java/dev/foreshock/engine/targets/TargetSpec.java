package dev.foreshock.engine.targets;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a system are in the real world, and what may be done to them.
 *
 * @param environment what the system is there for
 * @param servers the servers whose proxies are between its parts, by name
 * @param links the connections that go through a proxy, by any name
 * @param processes the processes of this machine that are parts of it, by any name
 * @param probes what must be well, by name
 * @param longest how long one fault may last
 * @param atOnce how many faults may stand at the same time
 * @param connections how many connections one run may touch at most, on all links together; null if any number
 * @param lease how long what is broken stays so when whoever broke it gives no more sign of life
 */
@Doc("Where the parts of a system are in the real world, and what may be done to them.")
public record TargetSpec(
        @Doc("What the system is there for.") Environment environment,

        @Doc("The servers that speak the API of Toxiproxy, by name.")
        Map<String, ServerTarget> servers,

        @Doc("The connections that go through a proxy, by any name.")
        Map<String, LinkTarget> links,

        @Doc("The processes of this machine that are parts of the system, by any name.")
        Map<String, ProcessTarget> processes,

        @Doc("What must be well before a run, and ends it when it is not. At least one is needed.")
        Map<String, ProbeTarget> probes,

        @Doc("How long one fault may last.") @Default("5m") @Range(min = 0.1, max = 86_400)
        Duration longest,

        @Doc("How many faults may stand at the same time.") @Default("1") @Range(min = 1, max = 1000)
        int atOnce,

        @Doc(
                "How many connections one run may touch at most, all links together: later ones pass untouched. "
                        + "Only the embedded server can keep to it, and only latency, lost and reset can. Any number, if left out.")
        @Range(min = 1, max = 1_000_000)
        @Nullable
        Integer connections,

        @Doc("How long what is broken stays so when whoever broke it gives no more sign of life.")
        @Default("5s")
        @Range(min = 1, max = 60)
        Duration lease)
        implements Validated {
    /** Copies the maps. */
    public TargetSpec {
        servers = Collections.unmodifiableMap(new TreeMap<>(servers));
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        processes = Collections.unmodifiableMap(new TreeMap<>(processes));
        probes = Collections.unmodifiableMap(new TreeMap<>(probes));
    }

    @Override
    public void validate(Problems problems) {
        if (probes.isEmpty()) {
            problems.at("probes")
                    .add(
                            Flaw.CONFLICT,
                            "a target must have at least one probe, but has none",
                            "add a page that answers while all is well: probes: { alive: http://127.0.0.1:8080/health }");
        }
        Map<String, String> files = new HashMap<>();
        processes.forEach((name, process) -> {
            String other = files.putIfAbsent(process.pidFile(), name);
            if (other != null) {
                problems.at("processes")
                        .at(name)
                        .at("pid-file")
                        .add(
                                Flaw.CONFLICT,
                                "a pid file must be of one process, but '" + process.pidFile() + "' is also that of '"
                                        + other + "'");
            }
        });
        Map<String, String> proxies = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        links.forEach((name, link) -> {
            Problems here = problems.at("links").at(name);
            if (!servers.containsKey(link.server())) {
                here.at("server")
                        .add(
                                Flaw.DANGLING,
                                "'" + link.server() + "' is not a server of this target",
                                Spelling.hint(link.server(), "servers", servers.keySet()));
            }
            checkListen(link, here);
            String other = proxies.putIfAbsent(link.server() + ' ' + link.proxy(), name);
            if (other != null) {
                here.at("proxy")
                        .add(
                                Flaw.CONFLICT,
                                "a proxy must be of one link, but '" + link.proxy() + "' is also of '" + other + "'",
                                "a fault on one would break the other too: give each its own proxy");
            }
            other = places.putIfAbsent(link.on(), name);
            if (other != null) {
                here.at("on")
                        .add(
                                Flaw.CONFLICT,
                                "a call must go through one link, but '" + link.on() + "' is also that of '" + other
                                        + "'");
            }
        });
    }

    private void checkListen(LinkTarget link, Problems here) {
        ServerTarget server = servers.get(link.server());
        if (server != null && server.starts() && link.listen() == null) {
            here.at("listen")
                    .add(
                            Flaw.CONFLICT,
                            "a link by a server that a run starts must say where its proxy listens, but does not",
                            "add what the caller connects to: listen: 127.0.0.1:25432");
        }
        if (server != null && !server.starts() && link.listen() != null) {
            here.at("listen")
                    .add(
                            Flaw.CONFLICT,
                            "where a proxy listens is said by its server, which no run starts",
                            "leave 'listen' out, or say starts: yes of the server");
        }
    }
}
