package dev.foreshock.simulated.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page cache whose page lies in a real Redis. How long anything takes decides nothing here. Skips where Redis cannot run. */
class RealPagesTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path temporary;

    private Path directory;
    private RealPages redis;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Optional<String> obstacle = RealPages.obstacleHere(temporary);
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        if (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("redis")) {
            assertThat(obstacle).as("why there is no Redis, which is required").isEmpty();
        }
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        directory = temporary.resolve("cache.redis");
        RealPages.unpack(directory);
        redis = RealPages.start("cache", directory);
    }

    @AfterEach
    void end() {
        if (redis != null) {
            redis.close();
        }
    }

    /** The processes of Redis: those whose program lies in the directory. */
    private List<ProcessHandle> processes() {
        String program = directory.resolve("redis-server").toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.equals(program))
                        .isPresent())
                .toList();
    }

    private int port() throws IOException {
        return Integer.parseInt(
                Files.readString(directory.resolve("redis.log")).replaceAll("(?s).*port=(\\d+).*", "$1"));
    }

    @Test
    void aPageIsThereOnceItWasKept() throws Exception {
        Asked cache = new Asked(redis, LONG);
        assertThat(cache.ask()).isEqualTo("miss");
        assertThat(cache.ask()).isEqualTo("hit");
        assertThat(cache.ask()).isEqualTo("hit");
        assertThat(cache.notes()).isEmpty();
    }

    @Test
    void aPageIsGoneWhenItsTimeIsOver() throws Exception {
        Asked cache = new Asked(redis, Duration.ofMillis(300));
        long until = System.nanoTime() + PATIENCE_NANOS;
        boolean wasThere = false;
        for (String answer = cache.ask(); !(wasThere && answer.equals("miss")); answer = cache.ask()) {
            wasThere |= answer.equals("hit");
            assertThat(System.nanoTime()).as("it was there and is gone").isLessThan(until);
        }
        assertThat(cache.notes()).as("looks that failed").isEmpty();
    }

    @Test
    void aRunBeginsWithNothing() throws Exception {
        assertThat(new Asked(redis, LONG).ask()).isEqualTo("miss");
        assertThat(new Asked(redis, LONG).ask()).isEqualTo("miss");
    }

    @Test
    void aRestartOfTheServiceIsAnotherRedisWithNothingInIt() throws Exception {
        Asked cache = new Asked(redis, LONG);
        assertThat(cache.ask()).isEqualTo("miss");
        assertThat(cache.ask()).isEqualTo("hit");
        List<ProcessHandle> before = processes();
        assertThat(before).hasSize(1);
        cache.restart();
        long until = System.nanoTime() + PATIENCE_NANOS;
        assertThat(cache.ask()).as("whoever answers first").isEqualTo("miss");
        while (cache.ask().equals("miss")) {
            assertThat(System.nanoTime()).as("it keeps pages again").isLessThan(until);
        }
        assertThat(before.get(0).isAlive()).isFalse();
        assertThat(processes()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(redis.ended()).as("by itself").isEmpty();
    }

    @Test
    void whoWaitsForARedisThatStandsAndIsKilledHearsThatNobodyCanSay() throws Exception {
        Asked cache = new Asked(redis, LONG);
        assertThat(cache.ask()).isEqualTo("miss");
        long pid = processes().get(0).pid();
        assertThat(new ProcessBuilder("kill", "-STOP", String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
        cache.begin();
        assertThat(new ProcessBuilder("kill", "-KILL", String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(cache.end()).isEqualTo("miss");
        assertThat(cache.ask()).as("nobody starts it again").isEqualTo("miss");
        assertThat(cache.notes()).containsExactly("cache cannot look for its pages: they count as not there");
        ProcessHandle.of(pid).ifPresent(killed -> killed.onExit().join());
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (isBegun() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> new Asked(redis, LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cache must have a Redis to keep its pages, but that has ended");
        assertThat(redis.ended()).singleElement().satisfies(death -> {
            assertThat(death.program()).isEqualTo("Redis (with the pages of cache)");
            assertThat(death.how())
                    .startsWith("exit status 137 (by SIGKILL); the end of what it said:\n    ")
                    .contains("Ready to accept connections");
        });
    }

    private boolean isBegun() {
        try {
            new Asked(redis, LONG);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void itEndsWithItsService() throws Exception {
        List<ProcessHandle> before = processes();
        assertThat(before).hasSize(1);
        redis.close();
        assertThat(redis.ended()).as("by itself").isEmpty();
        redis = null;
        before.get(0).onExit().get(60, TimeUnit.SECONDS);
        assertThat(processes()).isEmpty();
    }

    @Test
    void aStrangerIsNotLetIn() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write("GET page:0\r\nCONFIG GET dir\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answers.readLine()).startsWith("-NOAUTH");
            assertThat(answers.readLine()).startsWith("-NOAUTH");
        }
    }

    @Test
    void itListensOnLoopbackAlone() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port()), 2_000))
                        .as(address.toString())
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void itsPasswordIsInNoFileAndNoCommandAndItsDirectoryIsItsUsersAlone() throws Exception {
        new Asked(redis, LONG).ask();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("redis-server", "redis.log");
        }
        assertThat(processes().get(0).info().arguments())
                .hasValueSatisfying(arguments -> assertThat(arguments)
                        .containsExactly(directory.resolve("redis.conf").toString()));
    }
}
