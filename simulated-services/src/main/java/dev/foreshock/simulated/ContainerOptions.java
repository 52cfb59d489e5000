package dev.foreshock.simulated;

import java.util.List;
import java.util.Map;

/**
 * How real databases run in containers.
 *
 * @param java what the Java machine of their service is told beside the usual
 * @param classPath what it has on its class path beside the usual: a {@link PostgresPair.Source}
 * @param environment what it has in its environment beside the usual
 */
public record ContainerOptions(List<String> java, String classPath, Map<String, String> environment) {
    /** The file in the directory of a database, in that of the twin, that is there as long as anything of it may be in an engine. */
    public static final String MARK = "containers";

    /** Copies both. */
    public ContainerOptions {
        java = List.copyOf(java);
        environment = Map.copyOf(environment);
    }
}
