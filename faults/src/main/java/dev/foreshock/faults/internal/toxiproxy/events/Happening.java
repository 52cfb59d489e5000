package dev.foreshock.faults.internal.toxiproxy.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that has happened, without its number and time. */
public sealed interface Happening {
    /** Returns what kind it is. */
    Kind kind();

    /** Returns the names of the proxies that it is about. */
    Set<String> proxies();

    /**
     * Of a proxy, as it is afterwards, or was before it went.
     *
     * @param kind what happened
     * @param proxy its name
     * @param listen where clients connect
     * @param upstream where they are led
     * @param enabled whether it takes connections
     * @param cut how many connections were open when it was last turned off
     */
    record OfProxy(Kind kind, String proxy, String listen, String upstream, boolean enabled, long cut)
            implements Happening {
        @Override
        public Set<String> proxies() {
            return Set.of(proxy);
        }
    }

    /**
     * Of a toxic.
     *
     * @param kind what happened
     * @param proxy the proxy that it is on
     * @param name its name
     * @param type its type
     * @param stream its direction; empty where it has none
     * @param toxicity its share of connections
     * @param attributes its numbers
     */
    record OfToxic(
            Kind kind,
            String proxy,
            String name,
            String type,
            String stream,
            float toxicity,
            Map<String, Long> attributes)
            implements Happening {
        @Override
        public Set<String> proxies() {
            return Set.of(proxy);
        }
    }

    /**
     * Of a lease.
     *
     * @param kind what happened
     * @param lease its name
     * @param ttlNanos how long it lasts after it was renewed
     * @param proxies what it is or was about
     * @param ending how it ended, if it did
     */
    record OfLease(Kind kind, String lease, long ttlNanos, Set<String> proxies, Optional<Ending> ending)
            implements Happening {
        /** Copies the set. */
        public OfLease {
            proxies = Set.copyOf(proxies);
        }
    }

    /** How leases end. */
    enum Ending {
        /** Nobody renewed it. */
        EXPIRED("expired"),
        /** A client ended it. */
        RELEASED("released"),
        /** Others undid what stood by it, or each change had stood as long as it may. */
        EMPTIED("emptied");

        private final String label;

        Ending(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * Of a connection.
     *
     * @param kind what happened
     * @param proxy the proxy that it goes through
     * @param ordinal which one of its proxy's it is
     * @param client the client's address
     * @param moved what it has moved, once it is over
     */
    record OfConnection(Kind kind, String proxy, long ordinal, String client, Optional<Moved> moved)
            implements Happening {
        @Override
        public Set<String> proxies() {
            return Set.of(proxy);
        }
    }

    /**
     * What a connection has moved.
     *
     * @param upReceived the bytes that the client sent
     * @param upSent how many of them the server was sent
     * @param downReceived the bytes that the server sent
     * @param downSent how many of them the client was sent
     * @param toxics the names of the toxics that have struck it
     * @param effects the names of those of Foreshock's own that have
     */
    record Moved(
            long upReceived, long upSent, long downReceived, long downSent, List<String> toxics, List<String> effects) {
        /** Copies the lists. */
        public Moved {
            toxics = List.copyOf(toxics);
            effects = List.copyOf(effects);
        }
    }
}
