package com.example.orders;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the payments service: charges each order once, however often it is asked. */
final class StubPayments implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> charged = ConcurrentHashMap.newKeySet();

    private StubPayments(HttpServer server) {
        this.server = server;
    }

    static StubPayments start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubPayments payments = new StubPayments(server);
            server.createContext("/charges/", exchange -> {
                payments.charged.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(201, -1);
                exchange.close();
            });
            server.start();
            return payments;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    boolean hasCharged(String order) {
        return charged.contains("/charges/" + order);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
