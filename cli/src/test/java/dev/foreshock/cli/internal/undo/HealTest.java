package dev.foreshock.cli.internal.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.guard.GuardedRun;
import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock heal}. */
class HealTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path directory;

    private Console console;

    @BeforeEach
    void setUp() {
        console = new Console(directory);
    }

    private static ToxiproxyControl control(int port) {
        return new ToxiproxyControl(new ServerAddress("127.0.0.1", port), Duration.ofSeconds(20));
    }

    private static EmbeddedToxiproxy server(int port) throws Exception {
        EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(port));
        control(server.port()).createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", true, List.of()));
        return server;
    }

    private GuardedRun run(int port) throws Exception {
        String server = "127.0.0.1:" + port;
        return GuardedRun.start(
                new Assignment(
                        "r1",
                        "a test",
                        "hash",
                        List.of(new Before(
                                server, List.copyOf(control(port).proxies().values()))),
                        List.of(),
                        List.of(new Step(new Change.Disable(server, "db"), MINUTE)),
                        List.of(),
                        MINUTE,
                        TimeUnit.SECONDS.toNanos(20),
                        LeaseTerms.ALL),
                directory.resolve("state"));
    }

    /** Leaves a run whose server went away in its midst. Returns the port of the server. */
    private int leftBehind() throws Exception {
        EmbeddedToxiproxy server = server(0);
        GuardedRun run = run(server.port());
        server.close();
        assertThat(catchThrowable(() -> run.apply(0))).isNotNull();
        return server.port();
    }

    @Test
    void whereNothingIsLeftThereIsNothingToHeal() {
        assertThat(console.run("heal", "--state", "state")).isZero();
        assertThat(console.out()).startsWith("nothing to heal");
    }

    @Test
    void aServerThatCannotBeAskedIsNoCleanStateAndHealsLater() throws Exception {
        int port = leftBehind();
        assertThat(console.run("heal", "--state", "state")).isEqualTo(7);
        assertThat(console.err())
                .startsWith("foreshock: something injected may still be active\nrun r1\n")
                .contains("the state of 127.0.0.1:" + port + " is not known")
                .endsWith("    repair it by hand: curl http://127.0.0.1:" + port + "/proxies\n");
        ToxiproxyControl control = control(port);
        try (EmbeddedToxiproxy again =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(port))) {
            assertThat(console.run("heal", "--state", "state")).isEqualTo(7);
            assertThat(console.err())
                    .contains("proxy 'db' is gone from 127.0.0.1:" + again.port())
                    .contains("repair it by hand: curl -d '{\"name\":\"db\"");
            control.createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:1", false, List.of()));
            assertThat(console.run("heal", "r1", "--state", "state")).isEqualTo(7);
            assertThat(console.err()).contains("proxy 'db' of 127.0.0.1:" + port + " is disabled, but was not before");
            control.setEnabled("db", true);
            assertThat(console.run("heal", "r1", "--state", "state")).isZero();
            assertThat(console.out()).contains("clean");
            assertThat(console.run("heal", "--state", "state")).isZero();
            assertThat(console.out()).startsWith("nothing to heal");
        }
    }

    @Test
    void aRunThatIsAliveIsLeftAlone() throws Exception {
        try (EmbeddedToxiproxy server = server(0);
                GuardedRun run = run(server.port())) {
            run.apply(0);
            assertThat(console.run("heal", "--state", "state")).isEqualTo(7);
            assertThat(console.err()).contains("run r1 is alive");
            assertThat(control(server.port()).proxies().get("db").enabled()).isFalse();
            assertThat(run.end("the test is over").healed().isClean()).isTrue();
        }
    }

    @Test
    void aPersonFinishesARunWithAReasonThatIsKept() throws Exception {
        leftBehind();
        assertThat(console.run("heal", "--state", "state", "--accept", "switched off"))
                .isEqualTo(2);
        assertThat(console.run("heal", "--state", "state", "r1", "--accept", " "))
                .isEqualTo(2);
        assertThat(console.run("heal", "--state", "state", "r1", "--accept", "switched off"))
                .isZero();
        assertThat(Files.readString(directory.resolve("state/r1.journal"))).contains("switched off");
        assertThat(console.run("heal", "--state", "state")).isZero();
    }

    @Test
    void aRunThatIsNotThereIsWrongUsage() throws Exception {
        leftBehind();
        assertThat(console.run("heal", "--state", "state", "r2")).isEqualTo(2);
        assertThat(console.err()).contains("there is no such r2").contains("r1");
    }
}
