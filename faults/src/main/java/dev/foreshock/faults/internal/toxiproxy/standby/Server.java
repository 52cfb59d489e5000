package dev.foreshock.faults.internal.toxiproxy.standby;

import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.http.ControlServer;
import dev.foreshock.faults.internal.toxiproxy.http.Door;
import dev.foreshock.faults.internal.toxiproxy.lease.Leases;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import org.jspecify.annotations.Nullable;

/** A running server with all its parts, and the process that stands by for it where there is one. Thread-safe. */
public final class Server implements AutoCloseable {
    private final Settings settings;
    private final ControlServer control;
    private @Nullable Standby standby;

    private Server(Settings settings) {
        this.settings = settings;
        Traffic traffic = new Traffic();
        Events events = Events.started();
        this.control = new ControlServer(
                new Door(settings.host(), settings.port(), settings.token()),
                settings.metrics(),
                ControlServer.PATIENCE_MILLIS,
                new Proxies(traffic, events, settings.seed()),
                traffic,
                new Leases(System::nanoTime, events),
                events);
    }

    /**
     * Starts a server without proxies, for which nobody stands by.
     *
     * @throws IllegalStateException where the control port cannot be opened
     */
    static Server start(Settings settings) {
        return new Server(settings);
    }

    /**
     * Starts a server without proxies, for which nobody stands by.
     *
     * @throws IllegalStateException where the control port cannot be opened
     */
    public static Server start(ToxiproxyOptions options) {
        return start(Settings.of(options, 0, ""));
    }

    /** Creates proxies, as a client would by asking for {@code /populate}; returns the answer that says what is wrong, or nothing. */
    public String populate(String json) {
        return control.populate(json);
    }

    /** Creates proxies and their toxics, as a configuration has them; returns what is wrong, or nothing. */
    public String configure(String json) {
        return control.configure(json);
    }

    /** Takes every toxic away and turns every proxy on. */
    void reset() {
        control.reset();
    }

    /** Starts a process that takes over when this one dies without having closed the server. */
    public synchronized void haveStandby() {
        if (standby == null) {
            Standby started = new Standby(settings.onPort(port()));
            standby = started;
            control.whenAtRest(started::tell);
        }
    }

    /** Returns the control port. */
    public int port() {
        return control.port();
    }

    /** Returns how many connections were taken so far. */
    long taken() {
        return control.taken();
    }

    /** Returns how many connections there are. */
    long open() {
        return control.open();
    }

    /** Closes every port and connection; once is enough, and more often does no harm. */
    @Override
    public synchronized void close() {
        // It must not take what is closed on purpose for dead.
        if (standby != null) {
            standby.close();
            standby = null;
        }
        control.close();
    }
}
