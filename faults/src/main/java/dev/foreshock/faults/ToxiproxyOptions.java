package dev.foreshock.faults;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How an {@link EmbeddedToxiproxy} starts.
 *
 * @param host the interface of the control port; by default loopback
 * @param port the control port, by default 8474; 0 is any free one
 * @param seed what toxicity, jitter and sizes are drawn from; equal seeds treat the n-th connection of a proxy alike
 * @param config a file with proxies to start with, as {@code POST /populate} takes them, each with a list {@code toxics} or without
 * @param metrics whether {@code GET /metrics} gives the bytes moved
 * @param standby whether a second process takes over, with every proxy passing everything through, when this one dies
 * @param token what clients must show; beyond loopback there must be one
 * @param mark an argument for the virtual machines of processes that are started for it, by which others find them; empty for none
 */
public record ToxiproxyOptions(
        String host,
        int port,
        long seed,
        Optional<Path> config,
        boolean metrics,
        boolean standby,
        Optional<AccessToken> token,
        String mark) {
    /** Where stock clients look. */
    public static final int USUAL_PORT = 8474;

    private static final int MOST_PORT = 65_535;

    /** Checks the port. */
    public ToxiproxyOptions {
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException("port must be from 0 to " + MOST_PORT + ", but was " + port);
        }
    }

    /** Returns the defaults, drawing from {@code seed}. */
    public static ToxiproxyOptions seeded(long seed) {
        return new ToxiproxyOptions(
                "127.0.0.1", USUAL_PORT, seed, Optional.empty(), false, false, Optional.empty(), "");
    }

    /** Tells whether only this machine can reach the control port. A name that is not known is not. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    void requireTokenBeyondLoopback() {
        if (token.isEmpty() && !isLoopback()) {
            throw new IllegalArgumentException("the control port must be on loopback, or have a token, but was on "
                    + host + ": whoever reaches it can break what goes through");
        }
    }

    /** Returns this with another interface for the control port. */
    public ToxiproxyOptions onHost(String newHost) {
        return new ToxiproxyOptions(newHost, port, seed, config, metrics, standby, token, mark);
    }

    /** Returns this with another control port. */
    public ToxiproxyOptions onPort(int newPort) {
        return new ToxiproxyOptions(host, newPort, seed, config, metrics, standby, token, mark);
    }

    /** Returns this with a file of proxies. */
    public ToxiproxyOptions withConfig(Path file) {
        return new ToxiproxyOptions(host, port, seed, Optional.of(file), metrics, standby, token, mark);
    }

    /** Returns this with bytes to ask for. */
    public ToxiproxyOptions withMetrics() {
        return new ToxiproxyOptions(host, port, seed, config, true, standby, token, mark);
    }

    /** Returns this with a token, which every request must then show as {@code Authorization: Bearer}. */
    public ToxiproxyOptions withToken(AccessToken secret) {
        return new ToxiproxyOptions(host, port, seed, config, metrics, standby, Optional.of(secret), mark);
    }

    /** Returns this with an argument that each process that is started for it has, so that others find it. */
    public ToxiproxyOptions marked(String argument) {
        return new ToxiproxyOptions(host, port, seed, config, metrics, standby, token, argument);
    }

    /**
     * Returns this with a process that stands by. It is started with the server, ends with it, and takes its place when this process dies
     * without having closed it.
     */
    public ToxiproxyOptions withStandby() {
        return new ToxiproxyOptions(host, port, seed, config, metrics, true, token, mark);
    }
}
