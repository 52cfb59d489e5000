package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.describe.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program that ended though nobody of the twin ended it.
 *
 * @param program which, for people, such as {@code Redis (with the pages of cache)}
 * @param how how it ended and what it said last, for people; empty where nobody knows
 */
public record Death(String program, String how) {
    private static final int SIGNALLED = 128;
    private static final int MOST_LINES = 5;
    private static final int MOST_LENGTH = 200;

    /**
     * Returns one.
     *
     * @param status its exit status, as a shell tells it; null where nobody knows
     * @param said all that it said, of which the end is told
     */
    public static Death of(String program, @Nullable Integer status, String said) {
        return new Death(program, status == null ? "" : "exit status " + status + signal(status) + end(said));
    }

    private static String signal(int status) {
        return switch (status - SIGNALLED) {
            case 1 -> " (by SIGHUP)";
            case 2 -> " (by SIGINT)";
            case 3 -> " (by SIGQUIT)";
            case 6 -> " (by SIGABRT)";
            case 9 -> " (by SIGKILL)";
            case 11 -> " (by SIGSEGV)";
            case 15 -> " (by SIGTERM)";
            default -> "";
        };
    }

    /** Others may write anything, and much of it. */
    private static String end(String said) {
        Deque<String> last = new ArrayDeque<>();
        said.lines().filter(line -> !line.isBlank()).forEach(line -> {
            last.add(Printable.of(line.length() > MOST_LENGTH ? line.substring(0, MOST_LENGTH) + " ..." : line));
            if (last.size() > MOST_LINES) {
                last.remove();
            }
        });
        return last.isEmpty()
                ? ""
                : last.stream().collect(Collectors.joining("\n    ", "; the end of what it said:\n    ", ""));
    }
}
