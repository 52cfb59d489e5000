package dev.foreshock.cli.internal;

import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.Source;
import dev.foreshock.simulated.TwinOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory that the processes of one twin share. It is removed with the twin.
 *
 * @param directory the directory
 */
record TwinRoom(Path directory) implements AutoCloseable {
    private static final String ROOMS = "twins";
    private static final String CONDUCTOR = "conductor";
    private static final String RUN = "run";
    private static final int MOST_ATTEMPTS = 5;
    private static final int ENDING_SECONDS = 10;

    /** Returns all that there are, also those that a killed rehearsal left. */
    static List<TwinRoom> all(Path state) throws IOException {
        Path parent = state.resolve(ROOMS).toAbsolutePath();
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> rooms = Files.list(parent)) {
            return rooms.filter(Files::isDirectory).sorted().map(TwinRoom::new).toList();
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    /** Returns the process that conducts a rehearsal in it, if that lives. */
    Optional<ProcessHandle> conductor() throws IOException {
        Path file = directory.resolve(CONDUCTOR);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String identity = Files.readString(file);
        int space = identity.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(identity.substring(0, space)))
                        .filter(process -> identity(process).equals(identity))
                        // One that has ended, and that nobody has asked about since, has no command any more.
                        .filter(process -> process.info().command().isPresent());
    }

    /** Returns the processes that live in it: those who were told its directory, which no other has. */
    List<ProcessHandle> processes() {
        String name = TwinOptions.mark(directory);
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> isTold(List.of(arguments), name))
                        .orElse(false))
                .toList();
    }

    /** Services were told the directory, real databases behind them a directory in it. */
    private boolean isTold(List<String> arguments, String name) {
        return arguments.contains(name)
                || arguments.stream().anyMatch(argument -> argument.startsWith(directory + File.separator));
    }

    /** Writes down the run that injects faults into its twin. */
    void injectedBy(String run) throws IOException {
        Files.writeString(directory.resolve(RUN), run);
    }

    /** Returns the run that injects faults into its twin, if one was begun. */
    Optional<String> run() throws IOException {
        Path file = directory.resolve(RUN);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /**
     * Makes one, with the scenario in it as it is played: all its layers put together.
     *
     * @param state where it is made
     */
    static TwinRoom make(Path state, Target target, double compress, double scale) throws IOException {
        Path parent = Files.createDirectories(state.resolve(ROOMS)).toAbsolutePath();
        Path directory = Files.createTempDirectory(parent, "twin-");
        TwinRoom room = new TwinRoom(directory);
        try {
            Shown shown = ScenarioLoader.standard().show(Source.of(target.scenario), target.all());
            String text = shown.lines().stream().map(Shown.Line::text).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(directory.resolve("scenario.yaml"), text);
            Files.writeString(directory.resolve(CONDUCTOR), identity(ProcessHandle.current()));
            Files.writeString(directory.resolve(FileScenarios.COMPRESS), String.valueOf(compress));
            Files.writeString(directory.resolve(FileScenarios.SCALE), String.valueOf(scale));
            return room;
        } catch (IOException e) {
            room.close();
            throw e;
        }
    }

    /**
     * Returns how the twin of a scenario is started in it. What is recorded lies in files that are named relative to the scenario's own, so
     * services that read it from here would not find them.
     */
    TwinOptions options(Scenario scenario, boolean oneProcess) {
        return oneProcess || isRecorded(scenario) ? TwinOptions.inThisProcess() : TwinOptions.processes(directory);
    }

    /** Tells whether traffic of a scenario is recorded in a file. */
    static boolean isRecorded(Scenario scenario) {
        return scenario.traffic().values().stream()
                .flatMap(curves -> curves.values().stream())
                .anyMatch(Recorded.class::isInstance);
    }

    /**
     * Ends who still lives in it, as a process that a guard started again in the last moment, and removes it. One that ended may have written a
     * file since the files were listed, so that is done until nothing is left, a few times at most.
     */
    @Override
    public void close() throws IOException {
        for (int left = MOST_ATTEMPTS; ; left--) {
            endProcesses();
            try {
                removeFiles();
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private void endProcesses() {
        List<ProcessHandle> alive = processes();
        alive.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : alive) {
            try {
                process.onExit().get(ENDING_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                // What remains of it is found by rehearse --down.
                return;
            }
        }
    }

    private void removeFiles() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
