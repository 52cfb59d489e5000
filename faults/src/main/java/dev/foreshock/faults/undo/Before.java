package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ProxyState;
import java.util.List;

/**
 * The proxies of a server that a run may touch, as they were before it.
 *
 * @param server the server's {@code host:port}
 * @param proxies the proxies
 */
public record Before(String server, List<ProxyState> proxies) {
    /** Copies the list. */
    public Before {
        proxies = List.copyOf(proxies);
    }
}
