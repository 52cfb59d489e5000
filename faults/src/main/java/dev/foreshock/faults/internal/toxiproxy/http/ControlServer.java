package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The port that clients send requests to. Requests are read on an event loop and carried out one after the other on a thread of
 * their own. A client gets a while for a request, and only so many clients are let in.
 */
public final class ControlServer implements AutoCloseable {
    /** How long a client may take to send a request, in ms, by default. */
    public static final long PATIENCE_MILLIS = 15_000;

    private static final int IDLE_SECONDS = 60;
    private static final int MOST_CLIENTS = 512;
    private static final long CLOSING_SECONDS = 5;
    /** For readers of events to take the last one. */
    private static final long PARTING_MILLIS = 500;

    /** Puts nothing on disk: its directory for files from class paths, which nobody reads here, would stay where this process is killed. */
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));

    private final Turns turns;
    private final Proxies proxies;
    private final Leases leases;
    private final Api api;
    private final Router router;
    private final EventStreams streams;
    private final Clients clients = new Clients(MOST_CLIENTS);
    private final HttpServer server;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /**
     * Opens the port.
     *
     * @param door where clients come in
     * @param metrics whether bytes can be asked for
     * @param patienceMillis how long a client may take to send a request
     * @param leases what is undone when its time is over
     * @param events what proxies and leases tell, for whoever wants to hear it
     */
    public ControlServer(
            Door door,
            boolean metrics,
            long patienceMillis,
            Proxies proxies,
            Traffic traffic,
            Leases leases,
            Events events) {
        this.proxies = proxies;
        this.leases = leases;
        this.turns = new Turns(vertx, leases);
        this.api = new Api(proxies, traffic);
        this.router = new Router(api, new LeaseApi(proxies, leases), new Counters(proxies), metrics);
        this.streams = new EventStreams(vertx, turns, proxies, events);
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                // A close waits for what was written before, which a reader that takes nothing holds up for ever; this
                // does not.
                .setWriteIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false) // stock speaks HTTP/1.1 alone
                .setHost(door.host())
                .setPort(door.port()));
        server.connectionHandler(clients::admit);
        server.requestHandler(request -> {
            HttpConnection client = request.connection();
            clients.hear(client);
            request.response().endHandler(sent -> clients.answered(client));
            new Exchange(request, vertx, turns, router, streams, patienceMillis, () -> clients.waits(client))
                    .read(door.token());
        });
        try {
            server.listen().await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the port that is listened on. */
    public int port() {
        return server.actualPort();
    }

    /**
     * From now on, and at once, {@code tells} is given the proxies as {@link #populate} takes them, whenever they change: as they are
     * at rest, without toxics and without what stands by a lease. It must not take long.
     */
    public void whenAtRest(Consumer<String> tells) {
        turns.after(new Resting(proxies, leases, tells)::look);
    }

    /** Returns how many connections were taken so far. */
    public long taken() {
        return proxies.taken();
    }

    /** Returns how many connections there are. */
    public long open() {
        return proxies.open();
    }

    /** Creates the proxies of {@code json}, as a client would by asking for {@code /populate}. */
    public String populate(String json) {
        return done(router.find("POST", "/populate", json));
    }

    /** Does the same, and adds the toxics that a proxy of {@code json} may have. */
    public String configure(String json) {
        return done(() -> Configuration.apply(json, api, proxies));
    }

    /** Takes every toxic away and turns every proxy on, as a client would by asking for {@code /reset}. */
    public void reset() {
        String problem = done(router.find("POST", "/reset", ""));
        if (!problem.isEmpty()) {
            System.getLogger(ControlServer.class.getName())
                    .log(System.Logger.Level.WARNING, "not all is reset: {0}", problem);
        }
    }

    private String done(Router.Call call) {
        try {
            Reply reply = turns.take(call).await(CLOSING_SECONDS, TimeUnit.SECONDS);
            return reply.status() < Exchange.BAD_REQUEST ? "" : reply.body();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("proxies take too long to start", e);
        }
    }

    /** Ends the streams of events in order; a reader that takes nothing is not waited for. */
    private void part() {
        Promise<Void> ended = Promise.promise();
        vertx.runOnContext(now -> streams.close().onComplete(ended));
        try {
            ended.future().await(PARTING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // Its connection is closed with all others.
        }
    }

    /** Closes it; once is enough, and more often does no harm. */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        part();
        try {
            server.close().await(CLOSING_SECONDS, TimeUnit.SECONDS);
            turns.then(() -> {
                        leases.forget();
                        proxies.close();
                        return true;
                    })
                    .await(CLOSING_SECONDS, TimeUnit.SECONDS);
            vertx.close().await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the server did not end within " + CLOSING_SECONDS + " s", e);
        }
    }
}
