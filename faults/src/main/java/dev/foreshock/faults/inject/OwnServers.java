package dev.foreshock.faults.inject;

import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.ToxiproxyProcess;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.internal.control.ApiJson;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The servers of a target that a run starts, each a process of its own. Closing this ends them. */
public final class OwnServers implements AutoCloseable {
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    private final List<ToxiproxyProcess> servers = new ArrayList<>();

    private OwnServers() {}

    /**
     * Starts those that nobody has started yet, with the proxies of the target's links.
     *
     * @param tells is told in a line which were started
     * @throws IllegalStateException where one does not start; those before it are ended
     */
    public static OwnServers start(TargetSpec target, Consumer<String> tells) {
        OwnServers own = new OwnServers();
        try {
            for (Map.Entry<String, ServerTarget> each : target.servers().entrySet()) {
                if (each.getValue().starts()) {
                    own.start(each.getKey(), ServerAddress.parse(each.getValue().address()), target, tells);
                }
            }
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
        return own;
    }

    private void start(String name, ServerAddress address, TargetSpec target, Consumer<String> tells) {
        if (isThere(address)) {
            return;
        }
        ToxiproxyProcess server;
        try {
            server = ToxiproxyProcess.start(
                    ToxiproxyOptions.seeded(new SecureRandom().nextLong())
                            .onHost(address.host())
                            .onPort(address.port()),
                    proxies(name, target));
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new IllegalStateException(
                    "server '" + name + "' of the target could not be started: " + e.getMessage(), e);
        }
        servers.add(server);
        requireAnswer(name, address);
        tells.accept("started server '" + name + "' at " + address + ": process "
                + server.serving().pid() + ", which ends with this command");
    }

    /** A process that has just begun is slow to answer the first time, on a busy machine slower than a call may be later. */
    private static void requireAnswer(String name, ServerAddress address) {
        try {
            new ToxiproxyControl(address, FIRST_PATIENCE).proxies();
        } catch (ControlException e) {
            throw new IllegalStateException(
                    "server '" + name + "' of the target does not answer: " + e.getMessage(), e);
        }
    }

    private static boolean isThere(ServerAddress address) {
        try {
            new ToxiproxyControl(address, ToxiproxyControl.USUAL_PATIENCE).proxies();
            return true;
        } catch (ControlException e) {
            // Whoever else has the port is found out by the server that cannot open it.
            return false;
        }
    }

    private static String proxies(String server, TargetSpec target) {
        return target.links().values().stream()
                .filter(link -> link.server().equals(server))
                .map(OwnServers::proxy)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String proxy(LinkTarget link) {
        String listen = link.listen();
        if (listen == null) {
            throw new IllegalArgumentException("the link on " + link.on() + " must say where its proxy listens");
        }
        return ApiJson.of(new ProxyState(link.proxy(), listen, link.to(), true, List.of()));
    }

    @Override
    public void close() {
        servers.forEach(ToxiproxyProcess::close);
        servers.clear();
    }
}
