package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * All in an engine that carries a label.
 *
 * @param client asks the engine
 * @param label the label
 * @param value its value
 */
public record Leftovers(DockerClient client, String label, String value) {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_NANOS = 20_000_000;

    /**
     * Removes it: containers, whether they run or not, then networks and volumes. What goes by itself meanwhile is gone as well.
     *
     * @throws IOException if something stays
     */
    public void remove() throws IOException {
        long until = System.nanoTime() + MOST_NANOS;
        String refused = attempt();
        while (!refused.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IOException("what carries the label " + label + "=" + value
                        + " must be removed, but the engine does not: " + refused);
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
            refused = attempt();
        }
    }

    /** Tries once, and returns what stands against it; nothing if all is gone. */
    private String attempt() {
        try {
            List<Container> containers = containers();
            String refused = "";
            for (Container each : containers) {
                refused = refusal(() -> client.removeContainerCmd(each.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
            }
            if (!containers.isEmpty()) {
                return refused.isEmpty() ? "a container goes" : refused;
            }
            for (Network each : client.listNetworksCmd()
                    .withFilter("label", List.of(label + "=" + value))
                    .exec()) {
                refused += refusal(() -> client.removeNetworkCmd(each.getId()).exec());
            }
            for (InspectVolumeResponse each : Objects.requireNonNullElse(
                    client.listVolumesCmd()
                            .withFilter("label", List.of(label + "=" + value))
                            .exec()
                            .getVolumes(),
                    List.<InspectVolumeResponse>of())) {
                refused += refusal(() -> client.removeVolumeCmd(each.getName()).exec());
            }
            return refused;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** Returns the containers, also those that have ended. */
    List<Container> containers() {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(label, value))
                .exec();
    }

    private static String refusal(Runnable removes) {
        try {
            removes.run();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
