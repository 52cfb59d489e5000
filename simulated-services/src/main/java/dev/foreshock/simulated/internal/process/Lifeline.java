package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.TwinException;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds the processes of a twin: each is connected to it, and ends when the connection does. The system closes it with the process that
 * holds it, whatever killed that. Who does not say the token of the twin is dropped.
 */
public final class Lifeline implements AutoCloseable {
    private static final int MOST_PROCESSES = 1024;
    private static final long NOBODY_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_HEARD_AT_A_TIME = 4;
    private static final long AGAIN_NANOS = 50_000_000;

    private final ServerSocket server;
    private final Token token;
    private final Duration patience;
    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();
    private final ExecutorService hears = Executors.newFixedThreadPool(MOST_HEARD_AT_A_TIME, Lifeline::thread);

    private Lifeline(ServerSocket server, Token token, Duration patience) {
        this.server = server;
        this.token = token;
        this.patience = patience;
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
            ServerSocket server = new ServerSocket(0, MOST_PROCESSES, InetAddress.getLoopbackAddress());
            Lifeline lifeline = new Lifeline(server, token, patience);
            thread(lifeline::accept).start();
            return lifeline;
        } catch (IOException e) {
            throw new TwinException(
                    "a port of loopback must be free for the twin, but none could be opened (" + e.getMessage()
                            + "); end what holds many connections, and try again",
                    e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "foreshock-lifeline");
        thread.setDaemon(true);
        return thread;
    }

    /** Everybody is held at first, so that none of its processes waits for strangers who say nothing. */
    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                held.add(socket);
                hears.execute(() -> hear(socket));
            } catch (RejectedExecutionException e) {
                return; // it was closed
            } catch (IOException e) {
                // It was closed, or strangers hold so much that nothing more can be opened: they are not heard for
                // ever.
                LockSupport.parkNanos(this, AGAIN_NANOS);
            }
        }
    }

    private void hear(Socket socket) {
        boolean isOfTwin;
        try {
            socket.setSoTimeout((int) patience.toMillis());
            int length = token.text().length();
            isOfTwin = token.is(new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            isOfTwin = false;
        }
        if (!isOfTwin) {
            held.remove(socket);
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The system closes it with this process, at the latest.
        }
    }

    /** Returns its port. */
    public int port() {
        return server.getLocalPort();
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
        hears.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            // The system closes it with this process, at the latest.
        }
        held.forEach(Lifeline::close);
    }
}
