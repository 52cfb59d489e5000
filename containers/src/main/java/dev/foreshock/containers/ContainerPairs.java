package dev.foreshock.containers;

import dev.foreshock.containers.internal.Engine;
import dev.foreshock.containers.internal.Images;
import dev.foreshock.containers.internal.Pod;
import dev.foreshock.simulated.PostgresPair;
import java.io.IOException;
import java.nio.file.Path;

/** Makes pairs of PostgreSQL that run in containers of an engine on this machine. */
public final class ContainerPairs implements PostgresPair.Source {
    /** Created as a service. */
    public ContainerPairs() {}

    @Override
    public PostgresPair make(Path directory, String password) throws IOException {
        return Pod.make(Engine.find(System.getenv()), Images.of(System.getenv()), directory, password);
    }
}
