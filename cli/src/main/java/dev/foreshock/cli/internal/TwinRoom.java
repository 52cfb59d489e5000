package dev.foreshock.cli.internal;

import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory that the processes of one twin share. It is removed with the twin.
 *
 * @param directory the directory
 */
record TwinRoom(Path directory) implements AutoCloseable {
    /**
     * Makes one, with the scenario in it as it is played: all its layers put together.
     *
     * @param state where it is made
     */
    static TwinRoom make(Path state, Target target, double scale) throws IOException {
        Path parent = Files.createDirectories(state.resolve("twins")).toAbsolutePath();
        Path directory = Files.createTempDirectory(parent, "twin-");
        TwinRoom room = new TwinRoom(directory);
        try {
            Shown shown = ScenarioLoader.standard().show(Source.of(target.scenario), target.all());
            String text = shown.lines().stream().map(Shown.Line::text).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(directory.resolve("scenario.yaml"), text);
            if (scale != 1) {
                Files.writeString(directory.resolve(FileScenarios.SCALE), String.valueOf(scale));
            }
            return room;
        } catch (IOException e) {
            room.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }
}
