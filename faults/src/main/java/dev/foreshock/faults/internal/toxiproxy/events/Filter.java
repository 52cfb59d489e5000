package dev.foreshock.faults.internal.toxiproxy.events;

import java.util.Collections;
import java.util.Set;

/**
 * What a reader wants to hear of.
 *
 * @param kinds the kinds; all, where it names none
 * @param proxies the names of proxies; all, where it names none
 */
public record Filter(Set<Kind> kinds, Set<String> proxies) {
    /** Everything. */
    public static final Filter ALL = new Filter(Set.of(), Set.of());

    /** Copies the sets. */
    public Filter {
        kinds = Set.copyOf(kinds);
        proxies = Set.copyOf(proxies);
    }

    boolean lets(Happening what) {
        return (kinds.isEmpty() || kinds.contains(what.kind()))
                && (proxies.isEmpty() || !Collections.disjoint(proxies, what.proxies()));
    }
}
