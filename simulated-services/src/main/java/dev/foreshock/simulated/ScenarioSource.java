package dev.foreshock.simulated;

import dev.foreshock.engine.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads the scenario that a process of the twin plays a part of. Found as a service by the processes that a twin forks: they know the
 * engine, and nothing of files.
 */
@FunctionalInterface
public interface ScenarioSource {
    /**
     * Returns the scenario in a file.
     *
     * @throws IOException if there is none, or it cannot be played
     */
    Scenario read(Path file) throws IOException;
}
