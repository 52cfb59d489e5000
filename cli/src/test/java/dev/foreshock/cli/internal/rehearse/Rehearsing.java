package dev.foreshock.cli.internal.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.Main;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that is rehearsed in a directory of its own, and what comes of it.
 *
 * @param directory the directory
 * @param console where commands run
 * @param file the scenario
 * @param state the state directory
 */
record Rehearsing(Path directory, Console console, Path file, Path state) {
    private static final String OUT = "out";

    /** Figures decide nothing here. */
    static final List<String> WARM = List.of("--warm", "1s");

    /** Writes a scenario down to be rehearsed. */
    static Rehearsing of(Path directory, String scenario) throws IOException {
        return new Rehearsing(
                directory,
                new Console(directory),
                Files.writeString(directory.resolve("scenario.yaml"), scenario),
                directory.resolve("state"));
    }

    /** Returns another scenario beside it. */
    Rehearsing another(String scenario) throws IOException {
        return new Rehearsing(
                directory, console, Files.writeString(directory.resolve("another.yaml"), scenario), state);
    }

    /** Returns the command that rehearses it, with its files in {@link #out}. */
    List<String> command(String... more) {
        List<String> command =
                new ArrayList<>(List.of("rehearse", file.toString(), "--out", OUT, "--state", state.toString()));
        command.addAll(WARM);
        command.addAll(List.of(more));
        return command;
    }

    /** Rehearses it, and returns the exit code. */
    int run(String... more) {
        return console.run(command(more).toArray(String[]::new));
    }

    /** Ends what a killed rehearsal left, and returns the exit code. */
    int down() {
        return console.run("rehearse", "--down", "--state", state.toString());
    }

    /**
     * Returns how another process rehearses it.
     *
     * @param classes what comes before the usual on its class path; may be empty
     * @param temporary where it, and whoever it starts, puts what is temporary
     */
    ProcessBuilder process(String classes, Path temporary, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.isEmpty() ? classPath() : classes + System.getProperty("path.separator") + classPath(),
                Main.class.getName()));
        command.addAll(command(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return builder;
    }

    /** Returns a new directory for what is temporary. */
    Path temporary() throws IOException {
        return Files.createDirectory(directory.resolve("temporary"));
    }

    /** Returns the classes of this process. */
    static String classPath() {
        return System.getProperty("java.class.path", "")
                + System.getProperty("path.separator")
                + System.getProperty("jdk.module.path", "");
    }

    /** Returns the directory with its files. */
    Path out() {
        return directory.resolve(OUT);
    }

    /** Returns one of its files. */
    JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(out().resolve(name).toFile());
    }

    /** Waits until all processes have ended, and asserts that no directory of a twin is there. */
    void assertNothingIsLeft() throws IOException {
        new TwinRemains(state).assertNone();
    }
}
