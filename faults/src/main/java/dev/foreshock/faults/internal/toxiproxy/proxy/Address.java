package dev.foreshock.faults.internal.toxiproxy.proxy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * An address as Go reads and prints it, but for one: where nothing is said, it is loopback, not every network.
 *
 * @param host a name or a number; empty is every interface
 * @param port from 0
 */
record Address(String host, int port) {
    private static final int MOST_PORT = 65_535;

    /** Reads {@code host:port} or {@code [host]:port}; an empty text is port 0 of loopback. */
    static Address parse(String text) {
        if (text.isEmpty()) {
            return new Address("127.0.0.1", 0);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0 || text.endsWith("]")) {
            throw wrong("address " + text + ": missing port in address");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            throw wrong("address " + text + ": too many colons in address");
        }
        return new Address(host, port(text.substring(colon + 1)));
    }

    private static int port(String text) {
        try {
            int port = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (port < 0 || port > MOST_PORT) {
                throw wrong("address " + text + ": invalid port");
            }
            return port;
        } catch (NumberFormatException e) {
            throw wrong("lookup tcp/" + text + ": unknown port");
        }
    }

    /** Looks the host up, which may take a while. */
    InetSocketAddress resolve() {
        try {
            return host.isEmpty()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw wrong("lookup " + host + ": no such host");
        }
    }

    /** Returns the address with its host looked up, as Go prints it. */
    String resolved() {
        return host.isEmpty() ? ":" + port : print(resolve());
    }

    /** Returns what Go prints for the address a listener has got. */
    static String listening(InetSocketAddress address) {
        return address.getAddress().isAnyLocalAddress() ? "[::]:" + address.getPort() : print(address);
    }

    private static String print(InetSocketAddress address) {
        String number = NetUtil.toAddressString(address.getAddress());
        return (number.contains(":") ? "[" + number + "]" : number) + ":" + address.getPort();
    }

    private static Refusal wrong(String message) {
        return new Refusal(Refusal.Kind.SYSTEM, message);
    }
}
