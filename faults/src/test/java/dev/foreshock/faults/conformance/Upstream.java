package dev.foreshock.faults.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The server behind a proxy: hands its connections to the test, or sends back what comes. */
public final class Upstream implements AutoCloseable {
    private final ServerSocket listener;
    private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

    private Upstream(InetAddress on, boolean echoes) {
        try {
            listener = new ServerSocket(0, 2000, on);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> {
            while (true) {
                Socket socket = listener.accept();
                if (echoes) {
                    daemon(() -> echo(socket));
                } else {
                    accepted.add(socket);
                }
            }
        });
    }

    public static Upstream echoing() {
        return echoing(InetAddress.getLoopbackAddress());
    }

    static Upstream silent() {
        return silent(InetAddress.getLoopbackAddress());
    }

    static Upstream echoing(InetAddress on) {
        return new Upstream(on, true);
    }

    static Upstream silent(InetAddress on) {
        return new Upstream(on, false);
    }

    public String address() {
        return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    /** Returns the next connection that came in. */
    Socket next() throws Exception {
        Socket socket = accepted.poll(20, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("no connection came in");
        }
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void echo(Socket socket) throws IOException {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    public interface Step {
        void run() throws Exception;
    }

    /** Runs {@code step} beside the test; that its socket is closed ends it. */
    public static Thread daemon(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // the other end is gone, which the test sees at its own
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
