package dev.foreshock.faults;

import dev.foreshock.faults.internal.toxiproxy.standby.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running server that speaks the API of Toxiproxy 2.12.0, so that stock clients drive it. It needs nothing installed.
 *
 * <p>All state is in memory. Closing it closes every port and connection of its proxies. Thread-safe.
 */
public final class EmbeddedToxiproxy implements AutoCloseable {
    private final String host;
    private final Server server;

    private EmbeddedToxiproxy(String host, Server server) {
        this.host = host;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @throws IllegalStateException where the control port cannot be opened
     * @throws IllegalArgumentException where it would listen beyond loopback without a token; the configuration is not what
     *     {@code POST /populate} takes, with toxics or without, or a proxy of it
     *     cannot start
     * @throws UncheckedIOException where the configuration cannot be read
     */
    public static EmbeddedToxiproxy start(ToxiproxyOptions options) {
        options.requireTokenBeyondLoopback();
        String config = options.config().map(EmbeddedToxiproxy::read).orElse("[]");
        Server server = Server.start(options);
        String problem = server.configure(config);
        if (!problem.isEmpty()) {
            server.close();
            throw new IllegalArgumentException("the configuration must be a list of proxies that can start, but "
                    + options.config().map(Path::toString).orElse("") + " was answered with " + problem);
        }
        if (options.standby()) {
            server.haveStandby();
        }
        return new EmbeddedToxiproxy(options.host(), server);
    }

    /** Returns the interface of the control port, as it was asked for. */
    public String host() {
        return host;
    }

    /** Returns the control port. */
    public int port() {
        return server.port();
    }

    /** Closes every port and connection; once is enough, and more often does no harm. */
    @Override
    public void close() {
        server.close();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
