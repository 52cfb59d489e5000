package dev.foreshock.faults.inject;

import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.ToxiproxyProcess;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.internal.control.ApiJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers of a target that a run starts, each a process of its own. Closing this ends them. */
public final class OwnServers implements AutoCloseable {
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);

    private final List<ToxiproxyProcess> servers = new ArrayList<>();
    private final List<ServerAddress> addresses = new ArrayList<>();
    private final @Nullable ServerTokens tokens;
    private final String mark;

    private OwnServers(@Nullable ServerTokens tokens, String mark) {
        this.tokens = tokens;
        this.mark = mark;
    }

    /**
     * Starts those that nobody has started yet, with the proxies of the target's links.
     *
     * @param tells is told in a line which were started
     * @throws IllegalStateException where one does not start; those before it are ended
     */
    public static OwnServers start(TargetSpec target, Consumer<String> tells) {
        return start(target, tells, null, "");
    }

    /**
     * Starts servers that nobody but this user can drive: each demands a token.
     *
     * @param tells is told in a line which were started
     * @param tokens where the tokens are kept
     * @param mark an argument of their processes, by which others find them
     * @throws IllegalStateException where one does not start, as whoever has its port knows no token; those before it are ended
     */
    public static OwnServers guarded(TargetSpec target, Consumer<String> tells, ServerTokens tokens, String mark) {
        return start(target, tells, tokens, mark);
    }

    private static OwnServers start(
            TargetSpec target, Consumer<String> tells, @Nullable ServerTokens tokens, String mark) {
        OwnServers own = new OwnServers(tokens, mark);
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
        if (tokens == null && isThere(address)) {
            return;
        }
        ToxiproxyOptions options = ToxiproxyOptions.seeded(new SecureRandom().nextLong())
                .onHost(address.host())
                .onPort(address.port())
                .marked(mark);
        Optional<AccessToken> token = Optional.empty();
        ToxiproxyProcess server;
        try {
            if (tokens != null) {
                addresses.add(address);
                token = Optional.of(tokens.create(address));
                options = options.withToken(token.get());
            }
            server = ToxiproxyProcess.start(options, proxies(name, target));
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new IllegalStateException(
                    "server '" + name + "' of the target could not be started: " + e.getMessage(), e);
        }
        servers.add(server);
        requireAnswer(name, address, token);
        tells.accept("started server '" + name + "' at " + address + ": process "
                + server.serving().pid() + ", which ends with this command");
    }

    /** A process that has just begun is slow to answer the first time, on a busy machine slower than a call may be later. */
    private static void requireAnswer(String name, ServerAddress address, Optional<AccessToken> token) {
        try {
            new ToxiproxyControl(address, FIRST_PATIENCE, token).proxies();
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
        if (tokens != null) {
            for (ServerAddress address : addresses) {
                try {
                    tokens.remove(address);
                } catch (IOException e) {
                    // It is of no use without its server.
                }
            }
        }
    }
}
