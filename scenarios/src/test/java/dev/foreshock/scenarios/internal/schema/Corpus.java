package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.scenarios.Changes;
import dev.foreshock.scenarios.Fixtures;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that schema and reader are compared on: the library, the starter, the fixtures of codes, and one of everything. */
final class Corpus {

    private static final Path RESOURCES = Fixtures.MODULE.resolve("src/main/resources");

    private Corpus() {}

    /**
     * A file among the files that it names.
     *
     * @param directory where they all are
     * @param name its own name there
     */
    record Seed(Path directory, String name) {

        Path file() {
            return directory.resolve(name);
        }

        /** Tells whether it is read with the scenario that it changes. */
        boolean isOverlay() {
            return name.equals("overlay.yaml");
        }

        LoadResult read() {
            ScenarioLoader loader = ScenarioLoader.standard();
            return isOverlay()
                    ? loader.load(
                            Source.file(directory.resolve("base.yaml")),
                            new Changes(List.of(file()), List.of(), List.of()))
                    : loader.load(Source.file(file()));
        }

        @Override
        public String toString() {
            return file().toString();
        }
    }

    /** Copies everything below {@code target} and returns the files, in order of their names. */
    static List<Seed> copyTo(Path target) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        seeds.addAll(copy(RESOURCES.resolve("library"), target.resolve("library")));
        seeds.addAll(copy(RESOURCES.resolve("starter"), target.resolve("starter")));
        seeds.addAll(copy(RESOURCES.resolve("reference"), target.resolve("reference")));
        seeds.addAll(copy(Path.of("src/test/resources/corpus"), target.resolve("corpus")));
        seeds.addAll(copy(Path.of("src/test/resources/errors"), target.resolve("errors")));
        shorten(target.resolve("library/data/mentions-5min.csv"));
        return seeds;
    }

    private static List<Seed> copy(Path from, Path to) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (copy.toString().endsWith(".yaml")) {
                    seeds.add(new Seed(copy.getParent(), copy.getFileName().toString()));
                }
            }
        }
        return seeds;
    }

    /** A recording of a size that does not make the reading of it the whole test. */
    private static void shorten(Path recording) throws IOException {
        Files.write(recording, Files.readAllLines(recording).subList(0, 200));
    }
}
