package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which connections the kernel of this machine knows, from {@code /proc/net/tcp} as Linux writes it. */
final class KernelSockets {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final String LISTENING = "0A";
    /** The columns of a line: local address, remote address, state and the socket's number. */
    private static final int LOCAL = 1;

    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private KernelSockets() {}

    /** Returns who is connected to a port of this machine; nothing where nobody listens there, so that nobody here can know. */
    static Optional<Set<String>> connectedTo(String listen) {
        return connectedTo(listen, lines());
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Path table : TABLES) {
            try {
                lines.addAll(Files.readAllLines(table));
            } catch (IOException e) {
                // no such version of IP here, or no such system
            }
        }
        return lines;
    }

    /** Returns the number that the system has given the socket that listens at an address, if one does. */
    static OptionalLong listenerAt(String listen) {
        InetSocketAddress wanted = resolved(listen);
        if (wanted == null) {
            return OptionalLong.empty();
        }
        InetAddress host = wanted.getAddress();
        int port = wanted.getPort();
        for (String line : lines()) {
            List<String> columns = columns(line);
            if (columns.size() > INODE && columns.get(STATE).equals(LISTENING) && port(columns.get(LOCAL)) == port) {
                InetAddress local = address(columns.get(LOCAL));
                if (local != null && (local.equals(host) || local.isAnyLocalAddress())) {
                    return OptionalLong.of(Long.parseLong(columns.get(INODE)));
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Returns who is connected to a port by the lines of the tables. */
    static Optional<Set<String>> connectedTo(String listen, List<String> lines) {
        InetSocketAddress wanted = resolved(listen);
        if (wanted == null) {
            return Optional.empty();
        }
        InetAddress host = wanted.getAddress();
        int port = wanted.getPort();
        boolean isThere = false;
        Set<String> peers = new TreeSet<>();
        for (String line : lines) {
            List<String> columns = columns(line);
            boolean isOurs = columns.size() > STATE && port(columns.get(LOCAL)) == port;
            InetAddress local = isOurs ? address(columns.get(LOCAL)) : null;
            if (local != null && columns.get(STATE).equals(LISTENING)) {
                isThere |= local.equals(host) || (local.isAnyLocalAddress() && host.isAnyLocalAddress());
            } else if (local != null && columns.get(STATE).equals(ESTABLISHED)) {
                if (local.equals(host) || host.isAnyLocalAddress()) {
                    peers.add(columns.get(REMOTE));
                }
            }
        }
        return isThere ? Optional.of(peers) : Optional.empty();
    }

    private static @Nullable InetSocketAddress resolved(String listen) {
        try {
            ServerAddress address = ServerAddress.parse(listen);
            return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        } catch (IllegalArgumentException | UnknownHostException e) {
            return null;
        }
    }

    private static List<String> columns(String line) {
        return List.of(line.strip().split("\\s+", -1));
    }

    private static int port(String address) {
        int colon = address.indexOf(':');
        try {
            return colon < 0 ? -1 : HexFormat.fromHexDigits(address, colon + 1, address.length());
        } catch (IllegalArgumentException e) {
            return -1; // the line of headings
        }
    }

    /** Each four bytes are a number in the order of the machine; one of version 4 within version 6 is read as such. */
    private static @Nullable InetAddress address(String text) {
        try {
            ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text.substring(0, text.indexOf(':'))));
            ByteBuffer bytes = ByteBuffer.allocate(words.capacity());
            words.order(ByteOrder.nativeOrder());
            while (words.hasRemaining()) {
                bytes.putInt(words.getInt());
            }
            return InetAddress.getByAddress(bytes.array());
        } catch (IllegalArgumentException | UnknownHostException e) {
            return null;
        }
    }
}
