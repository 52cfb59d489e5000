package dev.foreshock.cli.internal.console;

import dev.foreshock.cli.internal.Foreshock;
import dev.foreshock.cli.internal.terminal.Interrupts;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands in this process, in a directory of their own, and keeps what they print. */
public final class Console {
    public final ByteArrayOutputStream out = new ByteArrayOutputStream();
    public final ByteArrayOutputStream err = new ByteArrayOutputStream();
    public final Interrupts interrupts = new Interrupts();
    private String interruptAt = "";
    private final Path directory;
    private final boolean isTerminal;
    private final Map<String, String> environment;

    public Console(Path directory) {
        this(directory, false, Map.of());
    }

    public Console(Path directory, boolean isTerminal, Map<String, String> environment) {
        this.directory = directory;
        this.isTerminal = isTerminal;
        this.environment = environment;
    }

    public int run(String... args) {
        out.reset();
        err.reset();
        return Foreshock.run(
                args,
                new Surroundings(stream(out), err(err), isTerminal, isTerminal, environment, directory, interrupts));
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Returns the names of the files in {@code directory}; none if it does not exist. */
    public static List<String> names(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Interrupts the next run once its error stream shows {@code text}. */
    public void interruptAt(String text) {
        interruptAt = text;
    }

    private PrintStream err(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void print(String shown) {
                super.print(shown);
                if (!interruptAt.isEmpty() && shown.contains(interruptAt)) {
                    interrupts.stop();
                }
            }
        };
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
