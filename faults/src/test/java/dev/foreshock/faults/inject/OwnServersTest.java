package dev.foreshock.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.control.ToxicControl;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.undo.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that a run starts for itself, and others on the same machine, who can reach its port. */
class OwnServersTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final ToxicState SLOW = new ToxicState("mine", "latency", "upstream", 1, "{\"latency\":1}");

    @TempDir
    private Path state;

    private ServerAddress address;
    private TargetSpec target;

    @BeforeEach
    void target() throws IOException {
        address = new ServerAddress("127.0.0.1", freePort());
        target = new TargetSpec(
                Environment.TEST,
                Map.of("twin", new ServerTarget(address.toString(), false, true)),
                Map.of("db", new LinkTarget("db", "twin", "db", "127.0.0.1:1", true, false, "127.0.0.1:" + freePort())),
                Map.of(),
                Map.of(),
                Duration.ofMinutes(1),
                1,
                null,
                Duration.ofSeconds(60));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static final String MARK = "-Dforeshock.test=one";

    @Test
    void aStrangerCanNeitherAddNorRemoveWhatThoseWhoKnowTheTokenCan() throws Exception {
        ServerTokens tokens = ServerTokens.in(state);
        try (OwnServers own = OwnServers.guarded(target, line -> {}, tokens, MARK)) {
            ToxicControl stranger = new ToxiproxyControl(address, AMPLE);
            ToxicControl conductor = Reach.network(AMPLE, tokens).server(address.toString());
            assertThatThrownBy(() -> stranger.addToxic("db", SLOW))
                    .isInstanceOf(ControlException.class)
                    .hasMessageContaining("token");
            conductor.addToxic("db", SLOW);
            assertThatThrownBy(() -> stranger.removeToxic("db", "mine")).isInstanceOf(ControlException.class);
            assertThatThrownBy(stranger::proxies).isInstanceOf(ControlException.class);
            assertThat(conductor.proxies().get("db").toxics()).hasSize(1);
            assertThat(conductor.within(AMPLE).removeToxic("db", "mine")).isTrue();
            assertThat(own).isNotNull();
        }
        assertThat(files()).as("ends with its server").isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void eachOfItsProcessesCarriesTheMarkAlsoThatWhichStandsBy() throws Exception {
        String mark = "-Dforeshock.test=" + UUID.randomUUID();
        try (OwnServers own = OwnServers.guarded(target, line -> {}, ServerTokens.in(state), mark)) {
            assertThat(own).isNotNull();
            // The second is started by the first, in its own time.
            while (marked(mark) < 2) {
                assertThat(marked(mark)).isPositive();
                Thread.onSpinWait();
            }
        }
        assertThat(marked(mark)).isZero();
    }

    private static long marked(String mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(" " + mark + " "))
                .count();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsUserCanReadTheToken() throws Exception {
        ServerTokens.in(state).create(address);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        ServerTokens.in(state).removeAll();
        assertThat(ServerTokens.in(state).of(address)).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("tokens"))) {
            return files.toList();
        }
    }

    @Test
    void aServerThatNobodyHereStartedIsNotTakenForOnesOwn() throws Exception {
        try (OwnServers others = OwnServers.start(target, line -> {})) {
            assertThatThrownBy(() -> OwnServers.guarded(target, line -> {}, ServerTokens.in(state), MARK))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("'twin'");
            assertThat(others).isNotNull();
        }
    }
}
