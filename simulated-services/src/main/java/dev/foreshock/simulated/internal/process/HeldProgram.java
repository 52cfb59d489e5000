package dev.foreshock.simulated.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that nobody here wrote, and that ends with this process, whatever ends that: a shell runs it and waits for the end of its own
 * input, which the system closes with whoever holds the other end, also one that was killed.
 */
public final class HeldProgram {
    private static final String SHELL =
            "signal=$1; shift; \"$@\" </dev/null & held=$!; cat >/dev/null; kill -$signal $held 2>/dev/null; wait $held";

    private static final int ENDING_SECONDS = 5;

    private HeldProgram() {}

    /**
     * Returns what starts a program, as a child of the process that is started.
     *
     * @param name what the shell is called among processes
     * @param signal what ends the program, as {@code kill} names it
     */
    public static ProcessBuilder builder(String name, String signal, List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", SHELL, name, signal));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    /** Lets a program go, and waits until it has ended; what does not within some seconds is killed with all its children. */
    public static void end(Process held) {
        try {
            held.getOutputStream().close();
            if (held.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // Whoever would have read it is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        held.descendants().forEach(ProcessHandle::destroyForcibly);
        held.destroyForcibly();
    }

    /** Returns a port of loopback that is free now, for a program that must be told one. */
    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on loopback", e);
        }
    }
}
