package dev.foreshock.simulated.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.result.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real primary and its standby. How long anything takes decides nothing here. Skips where PostgreSQL cannot run. */
class ServersTest {
    private static final StandbySpec SPEC = StandbySpec.of(
            Duration.ZERO,
            HealthCheckSpec.every(Duration.ofMillis(100), Duration.ofMillis(100)),
            new Fixed(Duration.ofMillis(100)));

    @TempDir
    static Path unpacked;

    private static Programs programs;

    @TempDir
    Path directory;

    private final Relays relays = new Relays();

    @BeforeEach
    void needsPostgres() throws IOException {
        Optional<String> obstacle = Programs.obstacle();
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        if (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("postgresql")) {
            assertThat(obstacle)
                    .as("why there is no PostgreSQL, which is required")
                    .isEmpty();
        }
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        programs = programs == null ? Programs.unpack(unpacked) : programs;
    }

    private Servers start(StandbySpec spec) throws IOException {
        String password = UUID.randomUUID().toString();
        return Servers.start(spec, 4, ProcessPair.make(programs, directory, password, relays), password);
    }

    private static Outcome write(Clients clients, long key) throws Exception {
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        clients.carryOut(1, key, true, done::complete);
        return done.get(60, TimeUnit.SECONDS);
    }

    private static Set<Long> rows(Postgres server) throws SQLException {
        Set<Long> rows = new TreeSet<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select call from writes")) {
            while (found.next()) {
                rows.add(found.getLong(1));
            }
        }
        return rows;
    }

    private static void failOver(Servers servers, Clients clients) throws SQLException, IOException {
        servers.primary().kill();
        servers.promote();
        clients.forget();
        servers.repoint();
    }

    @Test
    void everySynchronousWriteIsInTheDatabaseThatIsLeft() throws Exception {
        try (Servers servers = start(SPEC.in(Mode.SYNCHRONOUS));
                Clients clients = new Clients(servers.primary(), servers.clients(), 4)) {
            Set<Long> acknowledged = new TreeSet<>();
            for (long key = 0; key < 50; key++) {
                if (write(clients, key) == Outcome.OK) {
                    acknowledged.add(key);
                }
            }
            assertThat(acknowledged).hasSize(50);
            failOver(servers, clients);
            assertThat(rows(servers.standby())).containsExactlyElementsOf(acknowledged);
            assertThat(write(clients, 100)).as("a write to the new primary").isEqualTo(Outcome.OK);
        }
    }

    @Test
    void aWriteThatWaitsForThePrimaryAloneIsAcknowledgedWithoutTheStandby() throws Exception {
        try (Servers servers = start(SPEC.in(Mode.SYNCHRONOUS));
                Clients clients = new Clients(servers.primary(), servers.clients(), 4)) {
            relays.delay("replication", Duration.ofDays(1));
            CompletableFuture<Outcome> together = new CompletableFuture<>();
            clients.carryOut(1, 1, true, together::complete);
            CompletableFuture<Outcome> alone = new CompletableFuture<>();
            clients.carryOutAtPrimary(1, 2, true, alone::complete);
            assertThat(alone.get(60, TimeUnit.SECONDS)).isEqualTo(Outcome.OK);
            assertThat(together).isNotDone();
        }
    }

    @Test
    void anAsynchronousWriteThatNeverReachedTheStandbyIsLostThoughItWasAcknowledged() throws Exception {
        try (Servers servers = start(SPEC);
                Clients clients = new Clients(servers.primary(), servers.clients(), 4)) {
            relays.delay("replication", Duration.ofDays(1));
            assertThat(write(clients, 1)).isEqualTo(Outcome.OK);
            assertThat(rows(servers.primary())).containsExactly(1L);
            failOver(servers, clients);
            assertThat(rows(servers.standby())).isEmpty();
        }
    }

    @Test
    void howFarAnAsynchronousStandbyIsBehindThePrimaryTimesItself() throws Exception {
        try (Servers servers = start(SPEC);
                Clients clients = new Clients(servers.primary(), servers.clients(), 4);
                LagMeter meter = LagMeter.start(servers.primary(), 0)) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            for (long key = 0; meter.beyond().samples() < 3; key++) {
                assertThat(System.nanoTime())
                        .as("the end of waiting for three lags")
                        .isLessThan(until);
                assertThat(write(clients, key)).isEqualTo(Outcome.OK);
            }
            assertThat(meter.beyond().meanNanos()).isPositive();
        }
    }

    @Test
    void aPrimaryThatWasKilledRefusesChecksAndWritesAndOneThatWasStoppedAnswersNone() throws Exception {
        try (Servers servers = start(SPEC);
                Clients clients = new Clients(servers.primary(), servers.clients(), 4)) {
            Postgres primary = servers.primary();
            assertThat(primary.answers(Duration.ofSeconds(30))).isTrue();
            primary.kill();
            assertThat(write(clients, 1)).isIn(Outcome.REFUSED, Outcome.RESET);
            assertThat(primary.answers(Duration.ofSeconds(30))).isFalse();
            primary.startAgain();
            assertThat(primary.answers(Duration.ofSeconds(30))).isTrue();
            clients.forget();
            assertThat(write(clients, 2)).isEqualTo(Outcome.OK);
            assertThat(rows(primary)).contains(2L);
        }
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        try (Servers servers = start(SPEC)) {
            String address = "jdbc:postgresql://" + servers.primary().address() + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(address, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(processes())
                    .as("what all may read")
                    .noneMatch(
                            process -> process.info().commandLine().orElse("").contains("password"));
        }
    }

    @Test
    void nothingRunsAfterItIsClosed() throws Exception {
        Servers servers = start(SPEC);
        assertThat(processes()).isNotEmpty();
        servers.close();
        for (ProcessHandle process : processes()) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(directory.toString()))
                        .isPresent())
                .toList();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noSharedMemoryIsLeftOfServersThatWereKilled() throws Exception {
        Assumptions.assumeFalse(programs.before().isEmpty(), "there are no namespaces here");
        Set<String> before = sharedMemory();
        try (Servers servers = start(SPEC)) {
            assertThat(sharedMemory()).as("what is shared is nobody else's").isEqualTo(before);
            servers.primary().kill();
            servers.standby().kill();
        }
        assertThat(sharedMemory()).isEqualTo(before);
    }

    /** Returns the segments that this machine's users see: those of System V, and those of POSIX. */
    private static Set<String> sharedMemory() throws IOException {
        Set<String> segments = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/sysvipc/shm"))) {
            segments.add(line.strip().split("\\s+", -1)[1]);
        }
        try (Stream<Path> files = Files.list(Path.of("/dev/shm"))) {
            files.forEach(file -> segments.add(file.toString()));
        }
        return segments;
    }
}
