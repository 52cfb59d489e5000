package dev.foreshock.faults.internal.toxiproxy.lease;

import dev.foreshock.faults.internal.toxiproxy.proxy.ActiveToxic;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;

/** Something that stands until its lease ends. What somebody else put in its place since is left alone. */
public sealed interface Hold {
    /** Returns the name of the proxy that it is about. */
    String proxyName();

    /** Tells whether there is still something to undo. */
    boolean isStanding();

    /** Undoes it, or refuses; then it may be tried again. */
    void undo();

    /**
     * A toxic that was added.
     *
     * @param proxies all proxies
     * @param proxy the one that it is on
     * @param toxic the toxic
     */
    record Added(Proxies proxies, Proxy proxy, ActiveToxic toxic) implements Hold {
        @Override
        public String proxyName() {
            return proxy.fields().name();
        }

        @Override
        public boolean isStanding() {
            return proxies.has(proxy) && proxy.has(toxic);
        }

        @Override
        public void undo() {
            proxy.remove(toxic);
        }
    }

    /**
     * A proxy that was turned off.
     *
     * @param proxies all proxies
     * @param proxy the proxy
     * @param stops how often it had been turned off by then
     */
    record Disabled(Proxies proxies, Proxy proxy, long stops) implements Hold {
        @Override
        public String proxyName() {
            return proxy.fields().name();
        }

        @Override
        public boolean isStanding() {
            return proxies.has(proxy) && !proxy.isEnabled() && proxy.stops() == stops;
        }

        @Override
        public void undo() {
            proxy.start();
        }
    }

    /**
     * A proxy that was created.
     *
     * @param proxies all proxies
     * @param proxy the proxy
     */
    record Created(Proxies proxies, Proxy proxy) implements Hold {
        @Override
        public String proxyName() {
            return proxy.fields().name();
        }

        @Override
        public boolean isStanding() {
            return proxies.has(proxy);
        }

        @Override
        public void undo() {
            proxies.remove(proxyName());
        }
    }
}
