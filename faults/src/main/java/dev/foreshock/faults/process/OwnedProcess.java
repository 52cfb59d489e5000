package dev.foreshock.faults.process;

/**
 * A process that a target owns, as it was when the plan was made.
 *
 * @param name its name in the target
 * @param pidFile the file that holds its pid
 * @param start the command that starts it again, for a POSIX shell; empty if it may not be killed
 * @param withinNanos how long a start may take
 * @param identity which process it is
 */
public record OwnedProcess(String name, String pidFile, String start, long withinNanos, ProcessIdentity identity) {
    /** Returns it for people. */
    public String text() {
        return "process " + identity.pid() + " ('" + name + "', " + pidFile + ")";
    }

    /** Returns the directory in which it is started. */
    public String directory() {
        return pidFile.substring(0, Math.max(1, pidFile.lastIndexOf('/')));
    }

    /** Returns the command that starts it by hand, for a POSIX shell. */
    public String startByHand() {
        // By sh -c, as it is done without hands: what ends in & would take the cd into the background.
        return "cd " + quoted(directory()) + " && sh -c " + quoted(start);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
