package dev.foreshock.faults.performance;

import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.ToxiproxyProcess;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxiproxyControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A direct way, a stock server and an embedded one, each server a process of its own. */
final class Contestants implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process stock;
    private final ToxiproxyProcess embedded;
    private final List<Contestant> all;

    /**
     * Starts them.
     *
     * @param binary the stock server
     * @param far what is behind them
     */
    Contestants(String binary, FarEnd far) throws IOException, ControlException {
        int port = freePort();
        stock = new ProcessBuilder(binary, "-host", "127.0.0.1", "-port", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        embedded = ToxiproxyProcess.start(ToxiproxyOptions.seeded(1).onPort(0));
        all = List.of(
                new Contestant("direct", far.echo(), far.sink(), OptionalLong.empty()),
                proxied("stock", port, stock.pid(), far),
                proxied("embedded", embedded.port(), embedded.serving().pid(), far));
    }

    /** Returns them: direct, stock, embedded. */
    List<Contestant> all() {
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Contestant proxied(String name, int port, long process, FarEnd far) throws ControlException {
        ToxiproxyControl control = new ToxiproxyControl(new ServerAddress("127.0.0.1", port), PATIENCE);
        awaitStart(control);
        return new Contestant(
                name, way(control, "echo", far.echo()), way(control, "sink", far.sink()), OptionalLong.of(process));
    }

    private static void awaitStart(ToxiproxyControl control) throws ControlException {
        long end = System.nanoTime() + START_NANOS;
        while (true) {
            try {
                control.proxies();
                return;
            } catch (ControlException e) {
                if (System.nanoTime() - end >= 0) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static int way(ToxiproxyControl control, String name, int to) throws ControlException {
        control.createProxy(new ProxyState(name, "127.0.0.1:0", "127.0.0.1:" + to, true, List.of()));
        String listen = control.proxies().get(name).listen();
        return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        stock.destroyForcibly().onExit().join();
        embedded.close();
    }
}
