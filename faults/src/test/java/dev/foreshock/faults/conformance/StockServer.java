package dev.foreshock.faults.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of the stock server, whose binary FORESHOCK_TOXIPROXY names. */
final class StockServer implements ServerUnderTest {
    /** The variable that names it. */
    static final String BINARY = "FORESHOCK_TOXIPROXY";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Process process;
    private final int port;

    private StockServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    private static Optional<Path> binary() {
        return Optional.ofNullable(System.getenv(BINARY)).map(Path::of).filter(Files::isExecutable);
    }

    static StockServer start(String... more) {
        Path binary = binary().orElseThrow(() ->
                new AssertionError(BINARY + " must name the stock server, but was " + System.getenv(BINARY)));
        int port = freePort();
        try {
            List<String> command =
                    new ArrayList<>(List.of(binary.toString(), "-host", "127.0.0.1", "-port", String.valueOf(port)));
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitPort(process, port);
            return new StockServer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitPort(Process process, int port) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the stock server did not start on port " + port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
