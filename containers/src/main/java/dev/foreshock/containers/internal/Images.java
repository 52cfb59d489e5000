package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The images that containers are made of.
 *
 * @param postgres PostgreSQL, of version 16 or newer: its programs on the path, a user {@code postgres}, and a shell
 * @param toxiproxy the stock Toxiproxy
 */
public record Images(String postgres, String toxiproxy) {
    private static final String POSTGRES = "FORESHOCK_POSTGRES_IMAGE";
    private static final String TOXIPROXY = "FORESHOCK_TOXIPROXY_IMAGE";

    /** Returns the official images, or those that variables name. */
    public static Images of(Map<String, String> environment) {
        return new Images(
                environment.getOrDefault(POSTGRES, "postgres:18"),
                environment.getOrDefault(TOXIPROXY, "ghcr.io/shopify/toxiproxy:2.12.0"));
    }

    /**
     * Has the engine fetch what it has not.
     *
     * @param tells is told what is fetched, and how far that is
     * @throws IOException if one is neither there nor to be fetched
     */
    public void require(DockerClient client, Consumer<String> tells) throws IOException, InterruptedException {
        require(client, POSTGRES, postgres, tells);
        require(client, TOXIPROXY, toxiproxy, tells);
    }

    private static void require(DockerClient client, String variable, String image, Consumer<String> tells)
            throws IOException, InterruptedException {
        DockerImageName name;
        try {
            name = ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
            name.assertValid();
        } catch (IllegalArgumentException e) {
            throw new IOException(variable + " must name an image, but was " + image, e);
        }
        try {
            client.inspectImageCmd(name.asCanonicalNameString()).exec();
        } catch (NotFoundException e) {
            tells.accept("fetching the image " + name.asCanonicalNameString() + ", which the engine has not");
            try {
                client.pullImageCmd(name.getUnversionedPart())
                        .withTag(name.getVersionPart())
                        .exec(new Pulling(image, tells))
                        .awaitCompletion();
                client.inspectImageCmd(name.asCanonicalNameString()).exec();
            } catch (RuntimeException failure) {
                throw new IOException(notFetched(variable, image, failure), failure);
            }
        }
    }

    private static String notFetched(String variable, String image, RuntimeException failure) {
        List<String> said = String.valueOf(failure.getMessage()).lines().toList();
        return "the image " + image + " must be there or be fetched, but the engine has it not and cannot fetch it ("
                + (said.isEmpty() ? failure : said.get(0)) + "); load it, or name another with " + variable;
    }
}
