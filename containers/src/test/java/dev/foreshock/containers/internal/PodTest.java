package dev.foreshock.containers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Ports;
import dev.foreshock.simulated.PostgresServer;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair of PostgreSQL in containers of an engine. How long anything takes decides nothing. */
class PodTest {
    private static final String PASSWORD = "guess-me-not";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int SSL_REQUEST_LENGTH = 8;
    private static final int SSL_REQUEST = 80877103;

    @TempDir
    Path twin;

    private Engine engine;

    @BeforeEach
    void needsDocker() throws IOException {
        RequiresDocker.assume();
        engine = Engine.find(System.getenv());
    }

    private Pod make() throws IOException {
        return Pod.make(engine, Images.of(System.getenv()), twin.resolve("db.database"), PASSWORD);
    }

    private Leftovers left() {
        return new Leftovers(engine.client(), Labels.TWIN, twin.toString());
    }

    private static Connection connect(int port, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&connectTimeout=2",
                "postgres",
                password);
    }

    private static void execute(int port, String sql) throws SQLException {
        try (Connection connection = connect(port, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(int port) throws SQLException {
        try (Connection connection = connect(port, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Waits until something is so; what fails is not so yet. */
    private static void await(Callable<Boolean> what) throws Exception {
        for (long until = System.nanoTime() + PATIENCE_NANOS; ; LockSupport.parkNanos(20_000_000)) {
            try {
                if (what.call()) {
                    return;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            assertThat(System.nanoTime()).as("within a minute").isLessThan(until);
        }
    }

    private static void start(PostgresServer server, Map<String, String> settings) throws Exception {
        server.start(settings);
        await(() -> {
            execute(server.port(), "select 1");
            return true;
        });
    }

    /** Returns the first byte of an answer to the first question, or nothing within a moment. */
    private static int ask(int port, int millis) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(SSL_REQUEST_LENGTH);
            out.writeInt(SSL_REQUEST);
            out.flush();
            socket.setSoTimeout(millis);
            return socket.getInputStream().read();
        }
    }

    @Test
    void aStandbyFollowsItsPrimaryOverAProxyAndTakesOver() throws Exception {
        try (Pod pod = make()) {
            int primary = pod.primary().port();
            start(pod.primary(), Map.of());
            int replication = pod.proxies().open("replication", "127.0.0.1:" + primary);
            int clients = pod.proxies().open("clients", "127.0.0.1:" + primary);
            start(
                    pod.standby(),
                    Map.of(
                            "primary_conninfo",
                            "host=127.0.0.1 port=" + replication + " user=postgres passfile=pgpass"));
            execute(clients, "create table t (id int)");
            execute(clients, "insert into t values (1)");
            await(() -> count(pod.standby().port()) == 1);
            pod.primary().kill();
            assertThatThrownBy(() -> execute(clients, "select 1")).isInstanceOf(SQLException.class);
            execute(pod.standby().port(), "select pg_promote(true, 60)");
            pod.proxies().repoint("clients", "127.0.0.1:" + pod.standby().port());
            execute(clients, "insert into t values (2)");
            assertThat(count(clients)).isEqualTo(2);
        }
        assertNothingIsLeft();
    }

    @Test
    void aServerThatWasKilledHasAllThatItHadWrittenOnceItIsStartedAgain() throws Exception {
        try (Pod pod = make()) {
            int port = pod.primary().port();
            start(pod.primary(), Map.of());
            execute(port, "create table t (id int)");
            execute(port, "insert into t values (1)");
            pod.primary().kill();
            assertThat(pod.primary().isRunning()).isFalse();
            assertThatThrownBy(() -> execute(port, "select 1")).isInstanceOf(SQLException.class);
            pod.primary().startAgain();
            await(() -> count(port) == 1);
        }
        assertNothingIsLeft();
    }

    @Test
    void aServerThatIsStoppedAnswersNothingAndCanBeKilled() throws Exception {
        try (Pod pod = make()) {
            int port = pod.primary().port();
            start(pod.primary(), Map.of());
            assertThat(ask(port, 60_000)).isEqualTo('N');
            pod.primary().stop(true);
            assertThatThrownBy(() -> ask(port, 500)).isInstanceOf(SocketTimeoutException.class);
            pod.primary().stop(false);
            assertThat(ask(port, 60_000)).isEqualTo('N');
            pod.primary().stop(true);
            pod.primary().kill();
            assertThat(pod.primary().isRunning()).isFalse();
        }
        assertNothingIsLeft();
    }

    @Test
    void nobodyElseGetsInAndNothingShowsThePassword() throws Exception {
        try (Pod pod = make()) {
            start(pod.primary(), Map.of());
            assertThatThrownBy(() -> connect(pod.primary().port(), "guess").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            List<Container> all = left().containers();
            assertThat(all).hasSize(3);
            for (Container each : all) {
                InspectContainerResponse seen =
                        engine.client().inspectContainerCmd(each.getId()).exec();
                assertThat(seen.getRawValues().toString()).doesNotContain(PASSWORD);
                assertThat(seen.getConfig().getLabels())
                        .as("what a shutdown hook of Testcontainers would remove too early")
                        .containsOnlyKeys(Labels.TWIN, Labels.DATABASE);
                for (Ports.Binding[] bindings :
                        seen.getHostConfig().getPortBindings().getBindings().values()) {
                    assertThat(bindings).extracting(Ports.Binding::getHostIp).containsOnly("127.0.0.1");
                }
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void containersEndWithTheirProcessWhateverKilledIt() throws Exception {
        Process holder =
                Java.start(Holder.class, Map.of(), twin.resolve("db.database").toString());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine())
                    .as(() -> {
                        try {
                            return new String(holder.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            return e.toString();
                        }
                    })
                    .isEqualTo("made");
        }
        assertThat(left().containers()).hasSize(4);
        holder.destroyForcibly().waitFor();
        await(() -> left().containers().isEmpty());
        // A network does not end by itself, so somebody has to know of it.
        assertThat(twin.resolve("db.database").resolve("containers")).exists();
        assertThat(networks()).isEqualTo(1);
        left().remove();
        assertThat(networks()).isZero();
    }

    @Test
    void anImageWithoutPostgresLeavesNothingButAWordOfIt() throws Exception {
        Images images = Images.of(System.getenv());
        Images without = new Images(images.toxiproxy(), images.toxiproxy());
        assertThatThrownBy(() -> Pod.make(engine, without, twin.resolve("db.database"), PASSWORD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must run in containers, but does not");
        assertNothingIsLeft();
    }

    private int networks() {
        return engine.client()
                .listNetworksCmd()
                .withFilter("label", List.of(Labels.TWIN + "=" + twin))
                .exec()
                .size();
    }

    private void assertNothingIsLeft() {
        DockerClient client = engine.client();
        assertThat(left().containers()).isEmpty();
        assertThat(networks()).isZero();
        assertThat(client.listVolumesCmd()
                        .withFilter("label", List.of(Labels.TWIN + "=" + twin))
                        .exec()
                        .getVolumes())
                .isNullOrEmpty();
        assertThat(Files.exists(twin.resolve("db.database").resolve("containers")))
                .isFalse();
    }
}
