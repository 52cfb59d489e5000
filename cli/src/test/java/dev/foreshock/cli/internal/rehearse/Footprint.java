package dev.foreshock.cli.internal.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is on this machine, beside processes, that a rehearsal may leave there: ports that are listened at, shared memory, files in the
 * system's directories for temporary ones, and, where tests may use an engine, containers, networks and volumes.
 *
 * @param traces each in a few words
 */
record Footprint(Set<String> traces) {
    private static final String LISTENING = "0A";

    /** What others leave in the directory that all share is none of a rehearsal's. */
    private static final Pattern OURS = Pattern.compile(
            "(?i).*(foreshock|vertx|netty|brotli|gatling|redis|pgsql|postgres|haproxy|jna|testcontainers).*");

    /** Looks. */
    static Footprint now() throws IOException {
        Set<String> traces = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            lines(Path.of("/proc/net", table)).forEach(words -> {
                if (words[3].equals(LISTENING)) {
                    traces.add("port " + Integer.parseInt(words[1].substring(words[1].indexOf(':') + 1), 16));
                }
            });
        }
        for (String kind : List.of("shm", "sem", "msg")) {
            lines(Path.of("/proc/sysvipc", kind))
                    .forEach(words -> traces.add("segment " + words[1] + " of System V (" + kind + ")"));
        }
        files(Path.of("/dev/shm")).forEach(file -> traces.add(file.toString()));
        files(Path.of("/tmp"))
                .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
                .forEach(file -> traces.add(file.toString()));
        if (!System.getenv().getOrDefault("FORESHOCK_POSTGRES_IMAGE", "").isEmpty()) {
            traces.addAll(engine("container", "ps", "-aq", "--no-trunc"));
            traces.addAll(engine("network", "network", "ls", "-q", "--no-trunc"));
            traces.addAll(engine("volume", "volume", "ls", "-q"));
        }
        return new Footprint(traces);
    }

    /** Returns what is there that was not before. */
    Set<String> since(Footprint before) {
        Set<String> more = new TreeSet<>(traces);
        more.removeAll(before.traces);
        return more;
    }

    /** Returns the words of each line after the first, which names the columns. */
    private static List<String[]> lines(Path table) throws IOException {
        List<String[]> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(table)) {
                lines.add(line.strip().split("\\s+", -1));
            }
        } catch (NoSuchFileException e) {
            return lines; // a system without it has none
        }
        return lines.subList(Math.min(1, lines.size()), lines.size());
    }

    private static Stream<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        }
    }

    private static List<String> engine(String what, String... question) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(question));
        Process asked = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (asked.waitFor() != 0) {
                throw new IOException(command + " must succeed, but ended with " + asked.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
        return said.lines().map(line -> what + " " + line).toList();
    }
}
