package dev.foreshock.faults.internal.toxiproxy.proxy;

import java.util.List;

/**
 * A connection, as it is just now.
 *
 * @param ordinal which one of its proxy's connections it is, from 0
 * @param client the client's address
 * @param upReceived the bytes that the client sent
 * @param upSent how many of them the server was sent
 * @param downReceived the bytes that the server sent
 * @param downSent how many of them the client was sent
 * @param toxics the names of the toxics that act on it, by name
 */
public record LiveConnection(
        long ordinal,
        String client,
        long upReceived,
        long upSent,
        long downReceived,
        long downSent,
        List<String> toxics) {
    /** Copies the list. */
    public LiveConnection {
        toxics = List.copyOf(toxics);
    }
}
