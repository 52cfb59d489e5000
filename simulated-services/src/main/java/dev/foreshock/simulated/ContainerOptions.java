package dev.foreshock.simulated;

import java.util.Map;

/**
 * How real databases run in containers.
 *
 * @param classPath what the process of their service has on its class path beside the usual: a {@link PostgresPair.Source}
 * @param environment what it has in its environment beside the usual
 */
public record ContainerOptions(String classPath, Map<String, String> environment) {
    /** The file in the directory of a database, in that of the twin, that is there as long as anything of it may be in an engine. */
    public static final String MARK = "containers";

    /** Copies the map. */
    public ContainerOptions {
        environment = Map.copyOf(environment);
    }
}
