package dev.foreshock.faults.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * A server whose proxies can be broken and mended. Every call ends within the time that the control was made for, whatever
 * the server does. Thread-safe.
 */
public interface ToxicControl {
    /** Returns the server's {@code host:port}. */
    String address();

    /** Returns a control of the same server whose calls take at most {@code patience}. */
    ToxicControl within(Duration patience);

    /**
     * Asks the server whether it keeps leases: whether it undoes by itself what nobody renews. Stock servers do not.
     *
     * @throws ControlException if the server did not say
     */
    boolean keepsLeases() throws ControlException;

    /**
     * Returns a control of the same server, which must keep leases, that adds toxics, turns proxies off and creates them under a
     * lease.
     */
    ToxicControl under(LeaseTerms terms);

    /**
     * Has a lease last for {@code ttl} from now on.
     *
     * @throws ControlException if the server did not do it, or may not have; refused where the lease is over
     */
    void renew(String lease, Duration ttl) throws ControlException;

    /**
     * Returns the proxies by name, each with its toxics.
     *
     * @throws ControlException if the server did not say
     */
    SortedMap<String, ProxyState> proxies() throws ControlException;

    /**
     * Returns what the server has counted of a proxy; nothing where it does not count. Stock servers do not.
     *
     * @throws ControlException if the server did not say
     */
    Optional<ProxyCounts> counts(String proxy) throws ControlException;

    /**
     * Returns how many bytes ended connections of a proxy had brought the server, both ways; nothing where it does not measure.
     *
     * @throws ControlException if the server did not say
     */
    OptionalLong received(String proxy) throws ControlException;

    /**
     * Adds a toxic, with its attributes and toxicity in one step: it is never there without them.
     *
     * @throws ControlException if the server did not do it, or may not have
     */
    void addToxic(String proxy, ToxicState toxic) throws ControlException;

    /**
     * Adds an effect under a lease; it goes when its terms, or the lease, end. Only a control that {@link #under} returned can: an
     * effect without a lease could be taken away by nobody.
     *
     * @param name its name, which no other effect of the proxy has; toxics may
     * @param toxicity the share of connections that it strikes, from 0 to 1
     * @throws ControlException if the server did not do it, or may not have; refused where there is no lease
     */
    default void addEffect(String proxy, String name, double toxicity, Effect effect) throws ControlException {
        throw ControlException.refused(
                "an effect must stand by a lease, but none was named: ask the control under terms");
    }

    /**
     * Ends a lease: all that stands by it is undone at once.
     *
     * @throws ControlException if the server did not do it, or may not have; refused where the lease is over
     */
    default void endLease(String lease) throws ControlException {
        throw ControlException.refused("the server must keep leases, but " + address() + " keeps none");
    }

    /**
     * Removes a toxic. May be repeated.
     *
     * @return false if it was not there
     * @throws ControlException if the server did not do it, or may not have
     */
    boolean removeToxic(String proxy, String toxic) throws ControlException;

    /**
     * Lets a proxy take connections, or closes its port and its connections. May be repeated.
     *
     * @throws ControlException if the server did not do it, or may not have
     */
    void setEnabled(String proxy, boolean enabled) throws ControlException;

    /**
     * Creates a proxy. Of two that ask at the same time for one name, one is refused.
     *
     * @param proxy the proxy; without toxics
     * @throws ControlException if the server did not do it, or may not have
     */
    void createProxy(ProxyState proxy) throws ControlException;

    /**
     * Deletes a proxy. May be repeated.
     *
     * @return false if it was not there
     * @throws ControlException if the server did not do it, or may not have
     */
    boolean deleteProxy(String proxy) throws ControlException;
}
