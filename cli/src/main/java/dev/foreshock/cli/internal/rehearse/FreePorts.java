package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.simulated.TwinException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;

/** Finds ports of loopback that nobody has. Somebody can take one before it is used: whoever uses it says so then. */
final class FreePorts {
    private FreePorts() {}

    /** Returns one that is not among {@code taken}, and adds it there. */
    static int one(Set<Integer> taken) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (taken.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new TwinException(
                        "a port of loopback must be free, but none was (" + e.getMessage()
                                + "); end what holds many connections, and try again",
                        e);
            }
        }
    }
}
