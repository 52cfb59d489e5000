package dev.foreshock.simulated;

import java.nio.file.Path;
import java.util.List;

/**
 * The process of a service, as somebody must know it who kills it and starts it again.
 *
 * @param pidFile the file that holds its pid, written anew by each process that takes its place
 * @param command the command that starts it again, on the same port, in what is being played then
 * @param log the file to which what it says then belongs
 * @param status the file to which its exit status belongs, should it end by itself then: the twin has no other way to know that of a process
 *     that it did not start
 */
public record OwnProcess(Path pidFile, List<String> command, Path log, Path status) {
    /** Copies the list. */
    public OwnProcess {
        command = List.copyOf(command);
    }
}
