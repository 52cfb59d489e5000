package dev.foreshock.simulated.internal.process;

import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Death;
import dev.foreshock.simulated.internal.wire.Json;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one twin: the scenario that its processes read, who they are, what is played, for one that is started again in the middle
 * of it, and which of their programs ended by themselves.
 *
 * @param directory the directory
 */
public record Room(Path directory) {
    /** The file of the scenario. */
    public Path scenario() {
        return directory.resolve("scenario.yaml");
    }

    /** The file that holds the pid of a component's process. */
    public Path pidFile(String component) {
        return directory.resolve(component + ".pid");
    }

    /** The directory of what really keeps a component's data. */
    Path database(String component) {
        return directory.toAbsolutePath().resolve(component + ".database");
    }

    /** The directory of the Redis that keeps a component's pages; it is there where there is to be one. */
    Path redis(String component) {
        return directory.toAbsolutePath().resolve(component + ".redis");
    }

    /** The file that holds the exit status of a component's process that was started again, once it has ended. */
    Path statusFile(String component) {
        return directory.resolve(component + ".status");
    }

    /** The file that holds what a component's process says that was started again: whoever started it does not listen. */
    Path logFile(String component) {
        return directory.resolve(component + ".log");
    }

    private Path endedFile(String component) {
        return directory.resolve(component + ".ended");
    }

    private Path begun() {
        return directory.resolve("begin.json");
    }

    private Path tokenFile() {
        return directory.resolve("token");
    }

    /** Writes down what its processes know each other by, for its user alone to read. */
    public void write(Token token) throws IOException {
        replace(tokenFile(), token.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns what its processes know each other by. */
    public Token token() throws IOException {
        return Token.of(Files.readString(tokenFile(), StandardCharsets.US_ASCII));
    }

    /** Writes down what is played from now on. */
    public void write(Begin begin) throws IOException {
        replace(begun(), Json.bytes(begin));
    }

    /** Returns what is played, if anything. */
    public Optional<Begin> begin() throws IOException {
        try {
            return Optional.of(Json.read(Files.readAllBytes(begun()), Begin.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Writes down what stood behind a component and ended though nobody of the twin ended it. */
    void writeEnded(String component, List<Death> programs) throws IOException {
        replace(endedFile(component), Json.bytes(programs));
    }

    /** Returns what stood behind a component and ended though nobody of the twin ended it. */
    List<Death> ended(String component) throws IOException {
        Path file = endedFile(component);
        return Files.exists(file) ? List.of(Json.read(Files.readAllBytes(file), Death[].class)) : List.of();
    }

    /** Returns the pid of the process that is a component's, if one has said so. */
    Optional<Long> pid(String component) throws IOException {
        return number(pidFile(component));
    }

    /** Returns how a component's process ended that was started again, as a shell tells it; null where nobody knows. */
    @Nullable
    Integer status(String component) throws IOException {
        return number(statusFile(component)).map(Long::intValue).orElse(null);
    }

    private static Optional<Long> number(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            // A shell makes the file before it writes to it.
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException(file + " must hold a number", e);
        }
    }

    /** Returns what a component's process said that was started again. */
    String said(String component) throws IOException {
        Path file = logFile(component);
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    /** Writes down that this process is a component's. */
    void writePid(String component) throws IOException {
        replace(pidFile(component), (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A temporary file is its user's alone. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), ".", ".tmp");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
