package dev.foreshock.faults.internal.process;

import dev.foreshock.faults.process.ProcessIdentity;
import dev.foreshock.faults.process.ProcessState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel says of a process that runs.
 *
 * @param pid its pid
 * @param stateLetter the letter of its state
 * @param ticks when it was started, in clock ticks since the machine was: no clock that is set moves it
 * @param uid the user that it runs as
 */
record ProcStat(long pid, char stateLetter, String ticks, Object uid) {
    private static final Path PROC = Path.of("/proc");
    private static final int BOOT_LETTERS = 8;
    /** Where the 22nd field is, counted from the third, which comes after the name. */
    private static final int START_TIME = 19;

    /** Returns whether there is anything that says it. */
    static boolean isKept() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /** Returns what is said of {@code pid}; nothing if no process has it, or one that has ended and is only not forgotten yet. */
    static Optional<ProcStat> of(long pid) {
        Path directory = PROC.resolve(String.valueOf(pid));
        try {
            String stat = Files.readString(directory.resolve("stat"));
            // The name is in parentheses, and may have some itself.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            char letter = fields[0].charAt(0);
            if (letter == 'Z' || letter == 'X') {
                return Optional.empty();
            }
            return Optional.of(
                    new ProcStat(pid, letter, fields[START_TIME], Files.getAttribute(directory, "unix:uid")));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Returns it as a state. */
    ProcessState state() {
        return new ProcessState(
                new ProcessIdentity(pid, ticks + "-" + boot()),
                stateLetter == 'T' || stateLetter == 't',
                uid.equals(ownUid()),
                isOurs());
    }

    /** Returns a name of the time since the machine was started: ticks of another such time mean nothing. */
    private static String boot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).substring(0, BOOT_LETTERS);
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Object ownUid() {
        try {
            return Files.getAttribute(PROC.resolve("self"), "unix:uid");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private boolean isOurs() {
        for (Optional<ProcessHandle> one = Optional.of(ProcessHandle.current());
                one.isPresent();
                one = one.get().parent()) {
            if (one.get().pid() == pid) {
                return true;
            }
        }
        return false;
    }
}
