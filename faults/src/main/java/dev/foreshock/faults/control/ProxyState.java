package dev.foreshock.faults.control;

import java.util.List;

/**
 * A proxy, as its server tells of it.
 *
 * @param name its name
 * @param listen the address that callers connect to
 * @param upstream the address that it passes them on to
 * @param enabled whether it takes connections
 * @param toxics what breaks them, in the order in which the server tells it
 */
public record ProxyState(String name, String listen, String upstream, boolean enabled, List<ToxicState> toxics) {
    /** Copies the list. */
    public ProxyState {
        toxics = List.copyOf(toxics);
    }
}
