package dev.foreshock.faults.internal.toxiproxy.proxy;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Kind;
import dev.foreshock.faults.internal.toxiproxy.metrics.Traffic;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All proxies of a server, by name. Called on one thread at a time. */
public final class Proxies implements AutoCloseable {
    private final SortedMap<String, Proxy> byName = new TreeMap<>();
    private final Sockets sockets = new Sockets();
    private final Traffic traffic;
    private final Events events;
    private final long seed;

    /**
     * Creates none yet.
     *
     * @param events where what becomes of them and their connections is told
     */
    public Proxies(Traffic traffic, Events events, long seed) {
        this.traffic = traffic;
        this.events = events;
        this.seed = seed;
    }

    /** Returns all, by name. */
    public Collection<Proxy> all() {
        return List.copyOf(byName.values());
    }

    /** Returns the one called {@code name}, or refuses. */
    public Proxy get(String name) {
        Proxy proxy = byName.get(name);
        if (proxy == null) {
            throw Refusal.proxyNotFound();
        }
        return proxy;
    }

    /** Tells whether a proxy is one of them: this one, and not another that was given its name since. */
    public boolean has(Proxy proxy) {
        return byName.get(proxy.fields().name()) == proxy;
    }

    /** Refuses a name that is taken. */
    public void requireFree(String name) {
        if (byName.containsKey(name)) {
            throw Refusal.proxyExists();
        }
    }

    /** Creates a proxy. */
    public Proxy add(ProxyFields fields) {
        requireFree(fields.name());
        return create(fields);
    }

    /** Creates a proxy, or replaces the one of its name; returns that one unchanged where it listens and leads alike. */
    public Proxy addOrReplace(ProxyFields fields) {
        Proxy existing = byName.get(fields.name());
        if (existing != null) {
            if (!existing.differs(fields)) {
                return existing;
            }
            existing.stop();
        }
        return create(fields);
    }

    /** Returns how many connections were taken so far. May be called on any thread. */
    public long taken() {
        return sockets.taken();
    }

    /** Returns how many connections there are. May be called on any thread. */
    public long open() {
        return sockets.open();
    }

    /** Turns every proxy on and takes every toxic away. */
    public void reset() {
        all().forEach(Proxy::reset);
    }

    /** Takes the proxy called {@code name} away, with its connections. */
    public void remove(String name) {
        Proxy proxy = get(name);
        proxy.stop();
        byName.remove(name);
        proxy.tell(Kind.PROXY_REMOVED);
    }

    @Override
    public void close() {
        all().forEach(Proxy::stop);
        sockets.close();
    }

    private Proxy create(ProxyFields fields) {
        Proxy proxy = new Proxy(fields, sockets, traffic, events, seed);
        if (fields.enabled()) {
            proxy.open();
        }
        Proxy replaced = byName.put(fields.name(), proxy);
        if (replaced != null) {
            replaced.tell(Kind.PROXY_REMOVED);
        }
        proxy.tell(Kind.PROXY_CREATED);
        return proxy;
    }
}
