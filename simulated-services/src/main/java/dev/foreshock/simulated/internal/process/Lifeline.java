package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds the processes of a twin: each is connected to it, and ends when the connection does. The system closes it with the process that
 * holds it, whatever killed that. Who does not say the token of the twin is dropped.
 */
public final class Lifeline implements AutoCloseable {
    /** How many the system lets wait who connect. */
    private static final int MOST_WAITING = 1024;

    private static final int MOST_STRANGERS = 64;
    private static final long NOBODY_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AGAIN_NANOS = 50_000_000;

    private final Door door;
    private final int port;
    private final Thread holds = new Thread(this::hold, "foreshock-lifeline");
    private volatile boolean closed;

    private Lifeline(Door door, int port) {
        this.door = door;
        this.port = port;
        holds.setDaemon(true);
    }

    /** Opens a lifeline on a port of loopback, for those who know {@code token}. */
    public static Lifeline open(Token token) {
        return open(token, PATIENCE);
    }

    /**
     * Opens one.
     *
     * @param patience how long somebody who is connected may take to say the token
     */
    static Lifeline open(Token token, Duration patience) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_WAITING);
            Door door = new Door(server, token, MOST_STRANGERS, patience.toNanos());
            Lifeline lifeline = new Lifeline(door, server.socket().getLocalPort());
            lifeline.holds.start();
            return lifeline;
        } catch (IOException e) {
            throw new TwinException(
                    "a port of loopback must be free for the twin, but none could be opened (" + e.getMessage()
                            + "); end what holds many connections, and try again",
                    e);
        }
    }

    private void hold() {
        try (door) {
            while (!closed) {
                try {
                    door.await(System.nanoTime());
                    door.turn(System.nanoTime());
                } catch (IOException e) {
                    // This process holds so much that nothing more can be opened: that is over some time.
                    LockSupport.parkNanos(this, AGAIN_NANOS);
                }
            }
        }
    }

    /** Returns its port. */
    public int port() {
        return port;
    }

    /**
     * Waits, in a process that is held, until it is let go. Where nobody holds it any more it waits a moment: whoever started it, to undo a
     * crash, looks then whether it runs.
     */
    static void awaitEnd(int port, Token token) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (ConnectException e) {
                Thread.sleep(NOBODY_MILLIS);
                return;
            }
            socket.getOutputStream().write(token.text().getBytes(StandardCharsets.US_ASCII));
            awaitEnd(socket);
        }
    }

    private static void awaitEnd(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // Nothing is said.
            }
        } catch (IOException e) {
            // A conductor that was killed does not take leave.
        }
    }

    @Override
    public void close() {
        closed = true;
        door.wake();
        try {
            holds.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
