package dev.foreshock.faults.internal.toxiproxy.http;

import io.vertx.core.http.HttpConnection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who is connected to the API, whoever has asked for nothing for longest first. Only so many stay: a newcomer is always let in, so
 * that no crowd of idle clients keeps out the one who wants to heal. On the event loop of the API only.
 */
final class Clients {
    private final int most;
    private final Set<HttpConnection> present = new LinkedHashSet<>();

    Clients(int most) {
        this.most = most;
    }

    /** Lets {@code client} in, in place of the one that has been silent for longest where there are too many. */
    void admit(HttpConnection client) {
        client.closeHandler(gone -> present.remove(client));
        present.add(client);
        if (present.size() > most) {
            HttpConnection silent = present.iterator().next();
            present.remove(silent);
            silent.close();
        }
    }

    /** Notes that {@code client} asks for something. */
    void hear(HttpConnection client) {
        if (present.remove(client)) {
            present.add(client);
        }
    }
}
