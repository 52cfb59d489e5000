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
 * @param effects the names of those of Foreshock's own that act on it, or did when it came in, by name
 */
public record LiveConnection(
        long ordinal,
        String client,
        long upReceived,
        long upSent,
        long downReceived,
        long downSent,
        List<String> toxics,
        List<String> effects) {
    /** Copies the lists. */
    public LiveConnection {
        toxics = List.copyOf(toxics);
        effects = List.copyOf(effects);
    }
}
