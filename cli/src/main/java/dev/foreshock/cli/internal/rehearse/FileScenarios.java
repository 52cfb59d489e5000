package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.engine.Compression;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import dev.foreshock.simulated.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads scenarios for the processes of a twin, which know nothing of files. */
public final class FileScenarios implements ScenarioSource {
    /** The file beside the scenario that holds the factor on its size. */
    static final String SCALE = "scale";

    /** The file beside it that holds the factor by which its story is shorter. */
    static final String COMPRESS = "compress";

    /** Created as a service. */
    public FileScenarios() {}

    @Override
    public Scenario read(Path file) throws IOException {
        LoadResult loaded = ScenarioLoader.standard().load(Source.file(file));
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new IOException(
                    file + " must be a scenario, but is not:\n" + DiagnosticPrinter.print(loaded.errors(), false));
        }
        return Scaling.by(factor(file, SCALE), Compression.by(factor(file, COMPRESS), scenario));
    }

    private static double factor(Path file, String name) throws IOException {
        Path beside = file.resolveSibling(name);
        return Files.exists(beside)
                ? Double.parseDouble(Files.readString(beside).strip())
                : 1;
    }
}
