package dev.foreshock.faults.internal.toxiproxy.standby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A server in the place of one that died. The system may take a moment to give the ports back, so each is asked for again and again. */
final class Takeover {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Less for the control port: while it is waited for, no connection passes. */
    private static final long CONTROL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Consumer<String> warns;

    /**
     * Creates one.
     *
     * @param warns is told what could not be had
     */
    Takeover(Consumer<String> warns) {
        this.warns = warns;
    }

    /** Starts it with {@code proxies}, as {@code /populate} takes them. */
    Server server(Settings settings, String proxies) {
        Server server = control(settings);
        List<String> missing = each(proxies);
        long endNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!missing.isEmpty()) {
            missing.removeIf(proxy -> server.populate("[" + proxy + "]").isEmpty());
            if (!missing.isEmpty() && System.nanoTime() - endNanos >= 0) {
                missing.forEach(proxy -> warns.accept("a proxy could not be started again: " + proxy));
                return server;
            }
            if (!missing.isEmpty()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return server;
    }

    /** Where somebody else has the control port by now, connections still matter more than control. */
    private Server control(Settings settings) {
        long endNanos = System.nanoTime() + CONTROL_NANOS;
        while (true) {
            try {
                return Server.start(settings);
            } catch (IllegalStateException e) {
                if (System.nanoTime() - endNanos >= 0) {
                    Server server = Server.start(settings.onPort(0));
                    warns.accept("the control port " + settings.port() + " could not be opened again (" + e.getMessage()
                            + "); it is " + server.port() + " now");
                    return server;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static List<String> each(String proxies) {
        List<String> each = new ArrayList<>();
        try {
            for (JsonNode proxy : new ObjectMapper().readTree(proxies)) {
                each.add(proxy.toString());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return each;
    }
}
