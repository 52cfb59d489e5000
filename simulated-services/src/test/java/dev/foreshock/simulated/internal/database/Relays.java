package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plain relays in place of proxies: a delay means that nothing comes back any more. */
final class Relays implements Proxies {
    private final Map<String, Relay> relays = new ConcurrentHashMap<>();

    private static final class Relay {
        final ServerSocket server;
        final Queue<Socket> open = new ConcurrentLinkedQueue<>();
        volatile int upstream;
        volatile boolean holds;

        Relay(int upstream) throws IOException {
            this.upstream = upstream;
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        }
    }

    @Override
    public int open(String name, String upstream) throws IOException {
        Relay relay = new Relay(port(upstream));
        relays.put(name, relay);
        daemon(() -> accept(relay));
        return relay.server.getLocalPort();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void accept(Relay relay) {
        while (!relay.server.isClosed()) {
            try {
                Socket client = relay.server.accept();
                relay.open.add(client);
                try {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), relay.upstream);
                    relay.open.add(server);
                    daemon(() -> copy(relay, client, server, false));
                    daemon(() -> copy(relay, server, client, true));
                } catch (IOException e) {
                    client.close();
                }
            } catch (IOException e) {
                // The relay was closed, or the client has gone.
            }
        }
    }

    private static void copy(Relay relay, Socket from, Socket to, boolean isBack) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!(isBack && relay.holds)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One side has gone.
        }
    }

    @Override
    public void repoint(String name, String upstream) {
        relays.get(name).upstream = port(upstream);
    }

    @Override
    public void delay(String name, Duration latency) {
        relays.get(name).holds = true;
    }

    @Override
    public void close() {
        relays.values().forEach(relay -> {
            try {
                relay.server.close();
                for (Socket socket : relay.open) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
