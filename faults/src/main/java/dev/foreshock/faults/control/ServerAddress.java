package dev.foreshock.faults.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server's API is.
 *
 * @param host a name or an address; one of version 6 without its brackets
 * @param port the port
 */
public record ServerAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):(\\d{1,5})");
    private static final int MOST_PORT = 65_535;

    /** Checks the port. */
    public ServerAddress {
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("a port must be from 1 to " + MOST_PORT + ", but was " + port);
        }
    }

    /**
     * Returns the address that {@code text} writes as {@code host:port}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static ServerAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a server's address must read host:port, such as 127.0.0.1:8474, but was " + text);
        }
        return new ServerAddress(
                form.group(1) == null ? form.group(2) : form.group(1), Integer.parseInt(form.group(3)));
    }

    /** Tells whether only this machine can reach it. A name that is not known is not. */
    public boolean isLoopback() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }
}
