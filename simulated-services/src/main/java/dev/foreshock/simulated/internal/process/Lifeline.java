package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.TwinException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Holds the processes of a twin: each is connected to it, and ends when the connection does. The system closes it with the process that
 * holds it, whatever killed that.
 */
public final class Lifeline implements AutoCloseable {
    private static final int MOST_PROCESSES = 1024;
    private static final long NOBODY_MILLIS = 10_000;

    private final ServerSocket server;
    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

    private Lifeline(ServerSocket server) {
        this.server = server;
    }

    /** Opens a lifeline on a port of loopback. */
    public static Lifeline open() {
        try {
            Lifeline lifeline = new Lifeline(new ServerSocket(0, MOST_PROCESSES, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(lifeline::accept, "foreshock-lifeline");
            thread.setDaemon(true);
            thread.start();
            return lifeline;
        } catch (IOException e) {
            throw new TwinException(
                    "a port of loopback must be free for the twin, but none could be opened (" + e.getMessage()
                            + "); end what holds many connections, and try again",
                    e);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                held.add(server.accept());
            }
        } catch (IOException e) {
            // It was closed.
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
    static void awaitEnd(int port) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (ConnectException e) {
                Thread.sleep(NOBODY_MILLIS);
                return;
            }
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
        try {
            server.close();
            for (Socket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            // The system closes it with this process, at the latest.
        }
    }
}
