package dev.foreshock.containers.internal;

import com.github.dockerjava.api.model.VolumesFrom;
import dev.foreshock.simulated.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server of PostgreSQL in a container, with the network and the data of the {@link Pod}'s keeper. One that was killed is gone, and is
 * started again as another on the same data.
 */
final class ContainerServer implements PostgresServer {
    /** The server takes the place of the shell; a child of the shell waits for the end of the input, and ends the server then. */
    private static final String SHELL =
            "exec 3<&0; { cat <&3 >/dev/null; kill -s QUIT 1; } & exec \"$@\" 3<&- </dev/null";

    private final HeldContainer keeper;
    private final String image;
    private final Map<String, String> labels;
    private final String data;
    private final int port;
    private final List<String> command = new ArrayList<>();
    private volatile @Nullable HeldContainer container;

    /**
     * Creates it.
     *
     * @param keeper whose network and data it has
     * @param data where its data lies in there
     * @param port where it listens, in there and on loopback of this machine
     */
    ContainerServer(HeldContainer keeper, String image, Map<String, String> labels, String data, int port) {
        this.keeper = keeper;
        this.image = image;
        this.labels = labels;
        this.data = data;
        this.port = port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start(Map<String, String> settings) throws IOException {
        // All addresses of a network that nobody else is in.
        command.addAll(List.of("postgres", "-D", data, "-p", String.valueOf(port), "-c", "listen_addresses=*"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        startAgain();
    }

    @Override
    public void startAgain() throws IOException {
        HeldContainer next = new HeldContainer(image, labels, (create, host) -> {
                    create.withUser("postgres").withEntrypoint("sh", "-c", SHELL, "keeper");
                    host.withVolumesFrom(new VolumesFrom(keeper.getContainerId()));
                })
                .withNetworkMode("container:" + keeper.getContainerId());
        next.setCommand(command.toArray(String[]::new));
        container = next;
        try {
            next.start();
        } catch (RuntimeException e) {
            throw Pod.failure("PostgreSQL must start in a container of " + image, next, e);
        }
    }

    @Override
    public boolean isRunning() {
        HeldContainer runs = container;
        try {
            return runs != null && runs.runs();
        } catch (RuntimeException e) {
            return true; // an engine that does not answer says nothing of what it runs
        }
    }

    @Override
    public String said() {
        HeldContainer runs = container;
        return runs == null ? "" : runs.said();
    }

    /** By {@code docker kill}: SIGKILL to the first process of the container, with which the system kills all others in it. */
    @Override
    public void kill() throws IOException {
        HeldContainer runs = container;
        if (runs != null) {
            runs.life().kill();
        }
    }

    /** By {@code docker pause}. */
    @Override
    public void stop(boolean stops) throws IOException {
        HeldContainer runs = container;
        if (runs != null) {
            runs.life().pause(stops);
        }
    }

    /** Lets it go. */
    void release() {
        HeldContainer runs = container;
        if (runs != null) {
            runs.release();
        }
    }
}
