package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * A Docker engine on this machine, as Testcontainers finds it.
 *
 * @param client asks it
 * @param where where it listens
 */
public record Engine(DockerClient client, URI where) {
    private static final String VARIABLE = "DOCKER_HOST";
    private static final Set<String> SOCKETS = Set.of("unix", "npipe");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Finds it.
     *
     * @param environment the variables of this process
     * @throws IOException if there is none that can be used; the message says where it was looked for
     */
    public static Engine find(Map<String, String> environment) throws IOException {
        String wanted = environment.get(VARIABLE);
        try {
            DockerClientFactory factory = DockerClientFactory.instance();
            return required(
                    wanted,
                    new Engine(factory.client(), factory.getTransportConfig().getDockerHost()));
        } catch (RuntimeException e) {
            throw unreachable(wanted, e);
        }
    }

    /** Where a variable names an engine that is not there, Testcontainers takes another; it was that one that was wanted. */
    private static Engine required(@Nullable String wanted, Engine found) throws IOException {
        if (wanted != null && !wanted.isEmpty() && !URI.create(wanted).equals(found.where)) {
            throw unreachable(wanted, null);
        }
        requireHere(found.where);
        return found;
    }

    private static IOException unreachable(@Nullable String wanted, @Nullable Exception cause) {
        return new IOException(
                "a Docker engine must be reachable, but "
                        + (wanted == null || wanted.isEmpty()
                                ? VARIABLE
                                        + " is not set, and none answers where engines usually listen (/var/run/docker.sock)"
                                : VARIABLE + " is " + wanted + ", where none answers")
                        + "; start one, let this user use it, or name one that runs with " + VARIABLE,
                cause);
    }

    /** Ports of containers are published on loopback alone, which is that of the machine where the engine is. */
    static void requireHere(URI where) throws IOException {
        String host = where.getHost();
        if (!SOCKETS.contains(String.valueOf(where.getScheme())) && (host == null || !HERE.contains(host))) {
            throw new IOException("the Docker engine must be on this machine, as nothing of a rehearsal is published"
                    + " beyond loopback, but was " + where + "; name one that is here with " + VARIABLE);
        }
    }
}
