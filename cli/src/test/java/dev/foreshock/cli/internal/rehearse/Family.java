package dev.foreshock.cli.internal.rehearse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A process and all that came of it, also once their parents are dead: by a word in the environment that they inherit, by where they work
 * (as programs may write over their environment to call themselves what they like), and as children of those.
 *
 * @param word the word
 * @param place a directory of theirs
 */
record Family(String word, Path place) {
    private static final String VARIABLE = "FORESHOCK_KILLED_REHEARSAL";

    /** Has a process, and all that it will start, carry the word. */
    void mark(Map<String, String> environment) {
        environment.put(VARIABLE, word);
    }

    /** Returns those who live. */
    List<ProcessHandle> living() {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        ProcessHandle.allProcesses().filter(this::isMember).forEach(member -> {
            all.add(member);
            member.descendants().forEach(all::add);
        });
        return all.stream().filter(ProcessHandle::isAlive).toList();
    }

    private boolean isMember(ProcessHandle process) {
        Path directory = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readString(directory.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(VARIABLE + "=" + word)
                    || Files.readSymbolicLink(directory.resolve("cwd")).startsWith(place);
        } catch (IOException e) {
            return false; // it has ended, or is another user's
        }
    }

    /** Kills them all by one command. */
    void kill() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-KILL"));
        living().forEach(member -> command.add(String.valueOf(member.pid())));
        if (command.size() > 2) {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /** Returns what somebody is, for people. */
    static String text(ProcessHandle process) {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            // Class paths are long, and tell nothing.
            return "process " + process.pid() + " "
                    + List.of(Files.readString(file).split("\0", -1)).stream()
                            .filter(word -> word.length() < 150)
                            .collect(Collectors.joining(" "))
                            .strip();
        } catch (IOException e) {
            return "process " + process.pid();
        }
    }
}
