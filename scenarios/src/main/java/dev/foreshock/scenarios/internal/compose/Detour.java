package dev.foreshock.scenarios.internal.compose;

import java.util.List;

/**
 * A way around by a proxy of its own, for all calls to a service.
 *
 * @param service the service, by its name in the Compose file
 * @param component what the scenario calls it
 * @param port the port on which it listens, and its proxy too
 * @param portFrom what says so
 * @param callers who calls it, by their names in the Compose file
 * @param number counts the detours, from 0
 */
record Detour(String service, String component, int port, String portFrom, List<String> callers, int number) {
    private static final int CONTROL_PORT = 8474;
    private static final int FIRST_ADDRESS = 10;

    /** Returns the name of the container that has the proxy. */
    String container() {
        return "foreshock-" + component.toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the port of this machine at which the proxy is controlled. */
    int controlPort() {
        return CONTROL_PORT + number;
    }

    /** Returns the address of the proxy in the network of the proxies. */
    String address() {
        return Detours.NETWORK_START + (FIRST_ADDRESS + number);
    }
}
