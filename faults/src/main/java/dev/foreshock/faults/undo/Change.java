package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.internal.control.ApiJson;
import dev.foreshock.faults.internal.control.LeaseJson;
import java.util.List;

/** One thing that is done to a server or a process. */
public sealed interface Change permits Change.OnServer, ProcessChange {
    /** The name of the proxy by which a run keeps others away from a server. */
    String FENCE = "foreshock-fence";

    /** Returns where it is done: the server's {@code host:port}, or {@link ProcessChange#HERE}. */
    String place();

    /** Returns what undoes it. */
    Inverse inverse();

    /**
     * Does it.
     *
     * @throws ControlException if it was not done, or may not have been
     */
    void apply(Reach reach) throws ControlException;

    /** Returns what is done, as method, path and body of a call, or as a signal and whom it is sent to. */
    String call();

    /** One thing that is done to a server. */
    sealed interface OnServer extends Change {
        /** Returns the server's {@code host:port}. */
        String server();

        /** Returns the proxy that it is about. */
        String proxy();

        /** Returns it as a change under a lease, in JSON. */
        String leased();

        /**
         * Does it by a control of the server.
         *
         * @throws ControlException if the server did not do it, or may not have
         */
        void apply(ToxicControl control) throws ControlException;

        @Override
        default void apply(Reach reach) throws ControlException {
            apply(reach.server(server()));
        }

        @Override
        default String place() {
            return server();
        }

        /** Returns the call that makes it under a lease, as method, path and body. */
        default String callUnder(LeaseTerms terms) {
            return "POST " + LeaseJson.path(terms) + ' ' + LeaseJson.body(terms, leased());
        }
    }

    /** Returns the name of the lease of a run: no other run, and nobody else, uses it. */
    static String leaseName(String run) {
        return "foreshock-" + run;
    }

    /** Returns the name of the toxic that is change {@code number} of a run: no other run, and nobody else, uses it. */
    static String toxicName(String run, int number) {
        return "foreshock-" + run + '-' + number;
    }

    /** Tells whether a toxic of this name is of {@code run}. */
    static boolean isOf(String run, String toxic) {
        return toxic.startsWith("foreshock-" + run + '-');
    }

    /**
     * A toxic on a proxy.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy
     * @param toxic the toxic, with a name that this run alone uses
     */
    record AddToxic(String server, String proxy, ToxicState toxic) implements OnServer {
        @Override
        public Inverse inverse() {
            return new Inverse.RemoveToxic(server, proxy, toxic.name());
        }

        @Override
        public void apply(ToxicControl control) throws ControlException {
            control.addToxic(proxy, toxic);
        }

        @Override
        public String call() {
            return "POST /proxies/" + proxy + "/toxics " + ApiJson.of(toxic);
        }

        @Override
        public String leased() {
            return LeaseJson.toxic(proxy, toxic);
        }
    }

    /**
     * A proxy that takes no connections, and drops those it has.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy, which must be enabled before
     */
    record Disable(String server, String proxy) implements OnServer {
        @Override
        public Inverse inverse() {
            return new Inverse.Enable(server, proxy);
        }

        @Override
        public void apply(ToxicControl control) throws ControlException {
            control.setEnabled(proxy, false);
        }

        @Override
        public String call() {
            return "POST /proxies/" + proxy + " {\"enabled\":false}";
        }

        @Override
        public String leased() {
            return LeaseJson.disabled(proxy);
        }
    }

    /**
     * A disabled proxy that keeps other runs away from a server: of two that create it, one is refused.
     *
     * @param server the server's {@code host:port}
     * @param run the run that owns it
     */
    record Fence(String server, String run) implements OnServer {
        @Override
        public String proxy() {
            return FENCE;
        }

        @Override
        public Inverse inverse() {
            return new Inverse.DropFence(server, run);
        }

        @Override
        public void apply(ToxicControl control) throws ControlException {
            control.createProxy(fence());
        }

        @Override
        public String call() {
            return "POST /proxies " + ApiJson.of(fence());
        }

        @Override
        public String leased() {
            return LeaseJson.created(fence());
        }

        private ProxyState fence() {
            return new ProxyState(FENCE, "127.0.0.1:0", upstream(run), false, List.of());
        }

        /** Tells whether {@code proxy} is the fence of {@code run}. */
        public static boolean isOf(String run, ProxyState proxy) {
            return proxy.name().equals(FENCE) && proxy.upstream().equals(upstream(run));
        }

        /** Returns an upstream that carries the run, and leads nowhere should somebody enable the fence. */
        private static String upstream(String run) {
            return run + ".invalid:1";
        }
    }
}
