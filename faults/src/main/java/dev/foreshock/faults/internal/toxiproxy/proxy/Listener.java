package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Happening;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.toxic.Direction;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A proxy that is on: an open port and the connections that came in by it. Thread-safe. */
final class Listener {
    private static final AttributeKey<Long> ORDINAL = AttributeKey.valueOf(Listener.class, "ordinal");
    private static final long PATIENCE_MILLIS = 2_000;

    private final Origin origin;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Channel port;
    private volatile boolean closed;

    /**
     * What connections need to know of their proxy.
     *
     * @param sockets threads and settings
     * @param proxy the name of the proxy
     * @param upstream where to connect to
     * @param draws the luck of connections
     * @param ordinals counts the connections
     * @param toxics returns the toxics as they are
     * @param traffic counts bytes
     * @param events where it is told that connections come and go
     */
    record Origin(
            Sockets sockets,
            String proxy,
            String upstream,
            Draws draws,
            AtomicLong ordinals,
            Supplier<Toxics> toxics,
            Traffic traffic,
            Events events) {}

    /** Opens {@code listen}, or refuses in Go's words. */
    Listener(String listen, Origin origin) {
        this.origin = origin;
        this.port = open(resolve(listen));
    }

    private static InetSocketAddress resolve(String listen) {
        try {
            return Address.parse(listen).resolve();
        } catch (Refusal e) {
            throw new Refusal(e.kind(), "listen tcp: " + e.getMessage());
        }
    }

    private Channel open(InetSocketAddress address) {
        try {
            return origin.sockets()
                    .bind(
                            address,
                            client -> client.attr(ORDINAL).set(origin.ordinals().getAndIncrement()),
                            new Newcomers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(address, "interrupted");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // Netty throws what the system said without declaring it
            if (e instanceof IOException) {
                throw refused(address, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
            }
            throw new IllegalStateException(e);
        }
    }

    private static Refusal refused(InetSocketAddress address, String why) {
        String asked = address.getAddress().isAnyLocalAddress() ? ":" + address.getPort() : Address.listening(address);
        return new Refusal(Refusal.Kind.SYSTEM, "listen tcp " + asked + ": bind: " + why);
    }

    /** Returns the address that is listened on. */
    String address() {
        return Address.listening((InetSocketAddress) port.localAddress());
    }

    /** Returns the connections that there are, by their ordinals. */
    List<Connection> present() {
        return connections.stream()
                .sorted(Comparator.comparingLong(Connection::ordinal))
                .toList();
    }

    /** Has every connection do what the toxics now say, and waits for them, but not long. */
    void match() {
        List<Connection> present = present();
        // Here and in order: otherwise their loops would race for the places within a radius.
        present.forEach(Connection::takePlace);
        CountDownLatch left = new CountDownLatch(present.size());
        for (Connection connection : present) {
            connection.client().eventLoop().execute(() -> {
                try {
                    connection.match();
                } finally {
                    left.countDown();
                }
            });
        }
        await(left);
    }

    /** Closes the port and every connection, and returns when the port is free, with how many connections were open. */
    int close() {
        closed = true;
        port.close().awaitUninterruptibly(PATIENCE_MILLIS);
        List<Connection> present = present();
        int open = (int) present.stream()
                .filter(connection -> connection.client().isOpen())
                .count();
        CountDownLatch left = new CountDownLatch(present.size());
        for (Connection connection : present) {
            connection.client().closeFuture().addListener(done -> left.countDown());
            connection.client().eventLoop().execute(connection::close);
        }
        await(left);
        awaitSelector();
        return open;
    }

    /**
     * Waits until the loop of the port has come by its selector, which is what gives the port back to the system.
     *
     * <p>A task that is merely handed in may run in the same round as the closing; one that is due later cannot, as a loop
     * looks for what is due only after it has selected.
     */
    private void awaitSelector() {
        port.eventLoop().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE_MILLIS);
    }

    private static void await(CountDownLatch left) {
        try {
            boolean all = left.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (!all) {
                System.getLogger(Listener.class.getName())
                        .log(System.Logger.Level.WARNING, "{0} connections are slow to follow", left.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Sharable
    private final class Newcomers extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel client = context.channel();
            Connection connection = new Connection(client.attr(ORDINAL).get(), client, origin.draws(), origin.toxics());
            connections.add(connection);
            tell(Kind.CONNECTION_OPENED, connection, Optional::empty);
            client.closeFuture().addListener(gone -> left(connection));
            if (closed) {
                Sockets.close(client);
                return;
            }
            context.pipeline().remove(this);
            connection.dialWhenDue(() -> origin.sockets()
                    .dial(
                            origin.upstream(),
                            client,
                            server -> dialed(connection, server),
                            () -> Sockets.close(client)));
        }

        private void dialed(Connection connection, Channel server) {
            if (closed || !connection.client().isOpen()) {
                Sockets.close(server);
                Sockets.close(connection.client());
            } else {
                connection.start(server);
                server.closeFuture().addListener(gone -> left(connection));
            }
        }

        private void left(Connection connection) {
            if (connection.isOver() && connections.remove(connection)) {
                String listener = Address.listening(
                        (InetSocketAddress) connection.client().parent().localAddress());
                for (Direction direction : Direction.values()) {
                    origin.traffic()
                            .add(
                                    new Traffic.Labels(direction.label(), listener, origin.proxy(), origin.upstream()),
                                    connection.received(direction),
                                    connection.sent(direction));
                }
                tell(Kind.CONNECTION_CLOSED, connection, () -> Optional.of(connection.moved()));
            }
        }

        private void tell(Kind kind, Connection connection, Supplier<Optional<Happening.Moved>> moved) {
            origin.events()
                    .publish(() -> new Happening.OfConnection(
                            kind, origin.proxy(), connection.ordinal(), connection.from(), moved.get()));
        }
    }
}
