package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.AccessToken;
import java.util.Optional;

/**
 * Where clients of the API come in.
 *
 * @param host the interface to listen on
 * @param port from 0, which is any free one
 * @param token what they must know; nothing where whoever reaches it may come in
 */
public record Door(String host, int port, Optional<AccessToken> token) {
    /** Returns one that is open, on any free port of loopback. */
    static Door open() {
        return new Door("127.0.0.1", 0, Optional.empty());
    }
}
