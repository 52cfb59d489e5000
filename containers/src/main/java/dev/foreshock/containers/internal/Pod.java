package dev.foreshock.containers.internal;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import dev.foreshock.simulated.ContainerOptions;
import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.PostgresServer;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.ToxiproxyProxies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.images.builder.Transferable;

/**
 * A pair of PostgreSQL and a Toxiproxy, each in a container, about a fourth that keeps what they share: a network that nobody else is in,
 * whose ports lead to loopback of this machine under the same numbers, and a volume with both databases. The processes of Toxiproxy, whose
 * image has no shell, are in the keeper's process space, and end with it.
 */
public final class Pod implements PostgresPair {
    private static final String DATA = "/foreshock";
    private static final String PASSWORD = "/tmp/foreshock.password";
    private static final String LOGIN = "/tmp/foreshock.pgpass";
    private static final int READABLE = 0444;

    /** Clients on this machine come from the gateway of the network, whom a new database does not know: hence the line for all. */
    private static final String MAKE = """
            set -e
            umask 077
            cd /tmp
            initdb --pgdata=%1$s/primary --pwfile=%2$s "$@"
            cat %3$s >%1$s/primary/%4$s
            echo 'host all all all scram-sha-256' >>%1$s/primary/pg_hba.conf
            cp -R %1$s/primary %1$s/standby
            : >%1$s/standby/standby.signal
            """.formatted(DATA, PASSWORD, LOGIN, PASSFILE);

    private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_NANOS = 20_000_000;
    private static final int SERVERS = 2;
    private static final int PROXIES = 2;

    private final Path mark;
    private final Leftovers all;
    private final HeldContainer keeper;
    private final ContainerServer primary;
    private final ContainerServer standby;
    private final Proxies proxies;

    private Pod(
            Path mark,
            Leftovers all,
            HeldContainer keeper,
            ContainerServer primary,
            ContainerServer standby,
            Proxies proxies) {
        this.mark = mark;
        this.all = all;
        this.keeper = keeper;
        this.primary = primary;
        this.standby = standby;
        this.proxies = proxies;
    }

    /**
     * Makes one: an empty database, and a copy of it.
     *
     * @param directory the directory of the database in that of the twin, by which all of it is found
     * @throws IOException if it cannot be made; then nothing of it is left
     */
    public static Pod make(Engine engine, Images images, Path directory, String password) throws IOException {
        Map<String, String> labels = Labels.of(directory);
        Leftovers all = new Leftovers(
                engine.client(), Labels.DATABASE, directory.toAbsolutePath().toString());
        Path mark = Files.createFile(Files.createDirectories(directory).resolve(ContainerOptions.MARK));
        try {
            return make(images, labels, password, mark, all);
        } catch (IOException e) {
            remove(all, mark);
            throw e;
        } catch (RuntimeException e) {
            remove(all, mark);
            throw new IOException("a real database must run in containers, but does not: " + reason(e), e);
        }
    }

    private static Pod make(Images images, Map<String, String> labels, String password, Path mark, Leftovers all)
            throws IOException {
        Queue<Integer> ports = new ArrayDeque<>(FreePorts.some(SERVERS + 1 + PROXIES));
        HeldContainer keeper = keeper(images.postgres(), labels, password, List.copyOf(ports));
        create(keeper, images.postgres());
        ContainerServer primary =
                new ContainerServer(keeper, images.postgres(), labels, DATA + "/primary", ports.remove());
        ContainerServer standby =
                new ContainerServer(keeper, images.postgres(), labels, DATA + "/standby", ports.remove());
        int api = ports.remove();
        startToxiproxy(images.toxiproxy(), labels, keeper, api);
        // Which of the other ports a proxy has does not matter: each leads to loopback of this machine.
        Proxies proxies = new ToxiproxyProxies(api, null, () -> "0.0.0.0:" + ports.remove(), () -> {});
        return new Pod(mark, all, keeper, primary, standby, proxies);
    }

    private static HeldContainer keeper(String image, Map<String, String> labels, String password, List<Integer> ports)
            throws IOException {
        HeldContainer keeper = new HeldContainer(image, labels, (create, host) -> {
            create.withUser("0").withEntrypoint("sh", "-c", "chmod 777 " + DATA + " && cat >/dev/null", "keeper");
            host.withMounts(List.of(new Mount()
                    .withType(MountType.VOLUME)
                    .withTarget(DATA)
                    .withVolumeOptions(new VolumeOptions().withLabels(labels))));
        });
        List<String> bindings = new ArrayList<>();
        ports.forEach(port -> bindings.add("127.0.0.1:" + port + ":" + port));
        keeper.setPortBindings(bindings);
        String network = keeper.getDockerClient()
                .createNetworkCmd()
                .withName("foreshock-" + UUID.randomUUID())
                .withLabels(labels)
                .exec()
                .getId();
        keeper.withNetworkMode(network)
                .withCopyToContainer(Transferable.of(password, READABLE), PASSWORD)
                .withCopyToContainer(Transferable.of(PostgresPair.passfile(password), READABLE), LOGIN)
                .start();
        return keeper;
    }

    /** Neither argument nor variable has the password: whoever may ask the engine reads both. */
    private static void create(HeldContainer keeper, String image) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", MAKE, "make"));
        command.addAll(INITDB);
        try {
            ExecResult made = keeper.execInContainer(ExecConfig.builder()
                    .user("postgres")
                    .command(command.toArray(String[]::new))
                    .build());
            if (made.getExitCode() != 0) {
                throw new IOException("initdb must succeed in a container of " + image + ", but ended with "
                        + made.getExitCode() + ": " + made.getStdout() + made.getStderr());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void startToxiproxy(String image, Map<String, String> labels, HeldContainer keeper, int api)
            throws IOException {
        String shared = "container:" + keeper.getContainerId();
        HeldContainer toxiproxy =
                new HeldContainer(image, labels, (create, host) -> host.withPidMode(shared)).withNetworkMode(shared);
        toxiproxy.setCommand("-host=0.0.0.0", "-port=" + api);
        toxiproxy.start();
        URI version = URI.create("http://127.0.0.1:" + api + "/version");
        HttpRequest request =
                HttpRequest.newBuilder(version).timeout(Duration.ofSeconds(1)).build();
        HttpClient http =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
        for (long until = System.nanoTime() + STARTING_NANOS; ; LockSupport.parkNanos(version, LOOK_NANOS)) {
            try {
                http.send(request, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                if (System.nanoTime() > until || !toxiproxy.runs()) {
                    throw failure("Toxiproxy must answer in a container of " + image, toxiproxy, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Returns a failure with what a container said. */
    static IOException failure(String must, HeldContainer container, Exception cause) {
        return new IOException(must + ", but does not: " + reason(cause) + "\n" + container.said(), cause);
    }

    /** Returns the innermost message: Testcontainers wraps what the engine said in its own words. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }

    @Override
    public PostgresServer primary() {
        return primary;
    }

    @Override
    public PostgresServer standby() {
        return standby;
    }

    @Override
    public Proxies proxies() {
        return proxies;
    }

    @Override
    public void close() {
        primary.release();
        standby.release();
        keeper.release();
        remove(all, mark);
    }

    /** What stays is found by its label, and the mark says that there is something to be found. */
    private static void remove(Leftovers all, Path mark) {
        try {
            all.remove();
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            System.err.println("foreshock: " + e.getMessage());
        }
    }
}
