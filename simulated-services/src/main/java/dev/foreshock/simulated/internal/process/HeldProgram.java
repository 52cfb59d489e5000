package dev.foreshock.simulated.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that nobody here wrote, and that ends with this process, whatever ends that: a shell runs it, and another waits for the end of
 * the input that both have, which the system closes with whoever holds the other end, also one that was killed. The shell lives exactly as
 * long as the program, so whoever started it sees when that ends by itself. All of it is in a session of its own.
 */
public final class HeldProgram {
    /** Ends the program with the input. A shell of its own, as a copy of the other would look like the program by its arguments. */
    private static final String WATCHER = "while read -r nothing; do :; done; kill -\"$1\" \"$2\" 2>/dev/null";

    /** What is started in the background has no input unless it is given one, hence the third descriptor. */
    private static final String SHELL = "signal=$1; watcher=$2; shift 2; exec 3<&0; "
            + "\"$@\" </dev/null 3<&- & held=$!; "
            + "sh -c \"$watcher\" \"$0\" \"$signal\" \"$held\" <&3 3<&- & watches=$!; "
            + "exec 3<&-; wait \"$held\"; code=$?; "
            + "kill \"$watches\" 2>/dev/null; wait \"$watches\" 2>/dev/null; exit \"$code\"";

    private static final int ENDING_SECONDS = 5;

    private HeldProgram() {}

    /**
     * Returns what starts a program, as a child of the process that is started, which ends with it.
     *
     * @param name what the shells are called among processes
     * @param signal what ends the program, as {@code kill} names it
     */
    public static ProcessBuilder builder(String name, String signal, List<String> command) {
        List<String> all = new ArrayList<>(OwnSession.before());
        all.addAll(List.of("sh", "-c", SHELL, name, signal, WATCHER));
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
