package dev.foreshock.faults.undo;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.internal.control.Exchanges;

/** What undoes a change. It may be done again, also where the change was never done or is undone already. */
public sealed interface Inverse {
    /** Returns the server's {@code host:port}. */
    String server();

    /**
     * Does it.
     *
     * @throws ControlException if the server did not do it, or may not have
     */
    void undo(ToxicControl control) throws ControlException;

    /** Returns the command that does it by hand, for a POSIX shell. */
    String byHand();

    /**
     * Takes a toxic of this run away.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy
     * @param toxic the name of the toxic
     */
    record RemoveToxic(String server, String proxy, String toxic) implements Inverse {
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
    record Enable(String server, String proxy) implements Inverse {
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
    record DropFence(String server, String run) implements Inverse {
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
