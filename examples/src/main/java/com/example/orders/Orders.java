package com.example.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes orders by {@code POST /orders/NUMBER}: 201 if it is paid, 202 if that could not be done yet. */
public final class Orders implements AutoCloseable {
    private static final int WORKERS = 16;
    private static final int PAID = 201;
    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final Payments payments;

    private Orders(HttpServer server, Payments payments) {
        this.server = server;
        this.payments = payments;
    }

    /**
     * Starts the service on a free port of this machine.
     *
     * @param payments where payments is, as {@code host:port}
     */
    public static Orders start(String payments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Orders orders = new Orders(server, new Payments(payments));
        server.createContext("/orders/", orders::take);
        server.setExecutor(orders.workers);
        server.start();
        return orders;
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isPaid = payments.charge(path.substring(path.lastIndexOf('/') + 1));
        exchange.sendResponseHeaders(isPaid ? PAID : ACCEPTED, -1);
        exchange.close();
    }

    /** Returns where it listens, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
