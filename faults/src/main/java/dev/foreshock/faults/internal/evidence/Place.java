package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicControl;

/**
 * A proxy that is looked at.
 *
 * @param control the control of its server
 * @param proxy the proxy, as it was before the run
 */
record Place(ToxicControl control, ProxyState proxy) {
    String text() {
        return "proxy '" + proxy.name() + "' of " + control.address();
    }

    String wayOut() {
        return "have callers connect to " + proxy.listen() + ", and inject while there is traffic";
    }
}
