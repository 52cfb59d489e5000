package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Transformation;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.faults.process.ProcessControl;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.Source;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory that the processes of one twin share. It is removed with the twin.
 *
 * @param directory the directory
 */
public record TwinRoom(Path directory) implements AutoCloseable {
    private static final String ROOMS = "twins";
    private static final String CONDUCTOR = "conductor";
    private static final String RUN = "run";
    private static final int MOST_ATTEMPTS = 5;

    /** Returns all that there are, also those that a killed rehearsal left. */
    public static List<TwinRoom> all(Path state) throws IOException {
        Path parent = state.resolve(ROOMS);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> rooms = Files.list(parent.toRealPath())) {
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
                        .filter(ProcessControl::runs);
    }

    /** Returns the processes that live in it: those who were told its directory, which no other has, and programs that lie in it. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> isMarked(process.info()) || liesHere(process.info()))
                .toList();
    }

    /** Of a command that is long, as one with many classes is, the system tells no arguments, and of the whole only the beginning. */
    private boolean isMarked(ProcessHandle.Info process) {
        String mark = TwinOptions.mark(directory);
        return process.arguments()
                .map(arguments -> List.of(arguments).contains(mark))
                .orElseGet(() -> process.commandLine()
                        .filter(line -> (line + " ").contains(" " + mark + " "))
                        .isPresent());
    }

    /** Real databases and Redis are unpacked there, and their children call themselves what they like. */
    private boolean liesHere(ProcessHandle.Info process) {
        return process.command()
                .filter(command -> Path.of(command).startsWith(directory))
                .isPresent();
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
     * Makes one, with the scenario in it as it is played: all its layers put together. It goes by its real path, by which processes and containers
     * are found however somebody spells the way there.
     *
     * @param state where it is made
     */
    public static TwinRoom make(Path state, Target target, Transformation transformation) throws IOException {
        Path parent = Files.createDirectories(state.resolve(ROOMS)).toRealPath();
        Path directory = Files.createTempDirectory(parent, "twin-");
        TwinRoom room = new TwinRoom(directory);
        try {
            Shown shown = ScenarioLoader.standard().show(Source.of(target.scenario), target.all());
            String text = shown.lines().stream().map(Shown.Line::text).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(directory.resolve("scenario.yaml"), text);
            Files.writeString(directory.resolve(CONDUCTOR), identity(ProcessHandle.current()));
            Files.writeString(directory.resolve(FileScenarios.COMPRESS), String.valueOf(transformation.compress));
            Files.writeString(directory.resolve(FileScenarios.SCALE), String.valueOf(transformation.scale));
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
    public TwinOptions options(Scenario scenario, boolean oneProcess) {
        return sharesProcess(scenario, oneProcess) ? TwinOptions.inThisProcess() : TwinOptions.processes(directory);
    }

    /** Tells whether all services of a scenario share this process. */
    public static boolean sharesProcess(Scenario scenario, boolean oneProcess) {
        return oneProcess
                || scenario.traffic().values().stream()
                        .flatMap(curves -> curves.values().stream())
                        .anyMatch(Recorded.class::isInstance);
    }

    /** Tells whether something of it may be in containers: whoever puts it there says so before, and takes that back once it is removed. */
    boolean hasContainers() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.anyMatch(part -> Files.exists(part.resolve(ContainerOptions.MARK)));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Ends who still lives in it, as a process that a guard started again in the last moment, and removes it. One that ended may have written a
     * file since the files were listed, so that is done until nothing is left, a few times at most.
     */
    @Override
    public void close() throws IOException {
        for (int left = MOST_ATTEMPTS; ; left--) {
            // What remains is found by rehearse --down.
            Departures.survivorsOfKill(processes());
            if (hasContainers()) {
                Containers.remove(directory);
            }
            try {
                removeFiles();
                ProcessControl.local().forgetEnded();
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                if (left == 1) {
                    throw e;
                }
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
