package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ServerAddress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Whose a listening socket is, from {@code /proc} as Linux writes it. Sockets of other users' processes are nobody's that is known. */
final class SocketOwners {
    private static final Path PROCESSES = Path.of("/proc");

    private SocketOwners() {}

    /**
     * Tells whether one process of this machine listens at both addresses: two that merely have the right ports, such as a proxy in a
     * container and a service of the machine, are not what they seem.
     */
    static boolean areOfOneProcess(ServerAddress one, String other) {
        OptionalLong first = KernelSockets.listenerAt(one.toString());
        OptionalLong second = KernelSockets.listenerAt(other);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (has(process, first.getAsLong(), second.getAsLong())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // no such system: nothing can be told
        }
        return false;
    }

    private static boolean has(Path process, long one, long other) {
        boolean hasOne = false;
        boolean hasOther = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                String target = target(file);
                hasOne |= target.equals("socket:[" + one + "]");
                hasOther |= target.equals("socket:[" + other + "]");
            }
        } catch (IOException e) {
            // it is gone, or somebody else's
        }
        return hasOne && hasOther;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
