package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.internal.control.Exchanges;

/** What undoes a change. It may be done again, also where the change was never done or is undone already. */
public sealed interface Inverse permits Inverse.OnServer, ProcessInverse {
    /** Returns where it is done: the server's {@code host:port}, or {@link ProcessChange#HERE}. */
    String place();

    /**
     * Does it.
     *
     * @throws ControlException if it was not done, or may not have been
     */
    void undo(Reach reach) throws ControlException;

    /** Returns the command that does it by hand, for a POSIX shell. */
    String byHand();

    /** What undoes a change on a server. */
    sealed interface OnServer extends Inverse {
        /** Returns the server's {@code host:port}. */
        String server();

        /**
         * Does it by a control of the server.
         *
         * @throws ControlException if the server did not do it, or may not have
         */
        void undo(ToxicControl control) throws ControlException;

        @Override
        default void undo(Reach reach) throws ControlException {
            undo(reach.server(server()));
        }

        @Override
        default String place() {
            return server();
        }
    }

    /**
     * Takes a toxic of this run away.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy
     * @param toxic the name of the toxic
     */
    record RemoveToxic(String server, String proxy, String toxic) implements OnServer {
        @Override
        public void undo(ToxicControl control) throws ControlException {
            control.removeToxic(proxy, toxic);
        }

        @Override
        public String byHand() {
            return "curl -X DELETE http://" + server + "/proxies/" + Exchanges.encoded(proxy) + "/toxics/"
                    + Exchanges.encoded(toxic);
        }
    }

    /**
     * Lets a proxy take connections again.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy
     */
    record Enable(String server, String proxy) implements OnServer {
        @Override
        public void undo(ToxicControl control) throws ControlException {
            control.setEnabled(proxy, true);
        }

        @Override
        public String byHand() {
            return "curl -d '{\"enabled\":true}' http://" + server + "/proxies/" + Exchanges.encoded(proxy);
        }
    }

    /**
     * Takes a run's fence away; that of another run stays.
     *
     * @param server the server's {@code host:port}
     * @param run the run that owns it
     */
    record DropFence(String server, String run) implements OnServer {
        @Override
        public void undo(ToxicControl control) throws ControlException {
            ProxyState fence = control.proxies().get(Change.FENCE);
            // Nobody else can put one there while this one stands: what is looked at is what is deleted.
            if (fence != null && Change.Fence.isOf(run, fence)) {
                control.deleteProxy(Change.FENCE);
            }
        }

        @Override
        public String byHand() {
            return "curl -X DELETE http://" + server + "/proxies/" + Change.FENCE;
        }
    }
}
