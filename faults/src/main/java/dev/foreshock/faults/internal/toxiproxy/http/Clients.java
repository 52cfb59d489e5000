package dev.foreshock.faults.internal.toxiproxy.http;

import io.vertx.core.http.HttpConnection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is connected to the API, whoever has asked for nothing for longest first. Only so many stay: a newcomer is always let in, so
 * that no crowd of idle clients keeps out the one who wants to heal. On the event loop of the API only.
 */
final class Clients {
    private final int most;
    private final Set<HttpConnection> present = new LinkedHashSet<>();
    /** Those whose requests have no answer yet: they wait, and are not silent. */
    private final Map<HttpConnection, Integer> waiting = new HashMap<>();

    Clients(int most) {
        this.most = most;
    }

    /** Lets {@code client} in, in place of the one that has been silent for longest where there are too many. */
    void admit(HttpConnection client) {
        client.closeHandler(gone -> {
            present.remove(client);
            waiting.remove(client);
        });
        present.add(client);
        if (present.size() > most) {
            HttpConnection silent = present.stream()
                    .filter(each -> !waiting.containsKey(each))
                    .findFirst()
                    .orElse(client);
            present.remove(silent);
            silent.close();
        }
    }

    /** Notes that {@code client} has asked for something. */
    void hear(HttpConnection client) {
        if (present.remove(client)) {
            present.add(client);
        }
    }

    /** Notes that all of what {@code client} asks has come in, so that it waits for an answer. */
    void waits(HttpConnection client) {
        if (present.contains(client)) {
            waiting.merge(client, 1, Integer::sum);
        }
    }

    /** Notes that {@code client} was answered. */
    void answered(HttpConnection client) {
        waiting.computeIfPresent(client, (each, calls) -> calls == 1 ? null : calls - 1);
    }
}
