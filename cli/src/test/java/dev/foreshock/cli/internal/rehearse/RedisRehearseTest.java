package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.simulated.TwinOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal whose pages lie in a real Redis. What it takes decides nothing. Skips where Redis cannot run. */
public class RedisRehearseTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:12
            components:
              cache:
                is: server
                workers: 50
                work: 2ms
                page-cache: { cacheable: 100%, pages: 5, ttl: 10m }
                restart: { takes: 1s }
                calls:
                  db: { timeout: 2s }
              db: { is: server, workers: 50, work: 2ms }
            users:
              client: { enters: cache, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic:
              client: { usual: 40/s }
            faults:
              killed: { at: +4s, lasts: 1s, on: cache, does: crash }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 50
            """;

    @TempDir
    Path directory;

    private Rehearsing small;

    @BeforeEach
    void write() throws IOException {
        small = Rehearsing.of(directory, SCENARIO);
    }

    /** Skips, visibly, where Redis cannot run. */
    public static void assumeRedis(Path directory) {
        Optional<String> obstacle = TwinOptions.obstacleToRedis(directory);
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        if (System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("redis")) {
            assertThat(obstacle).as("why there is no Redis, which is required").isEmpty();
        }
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @Test
    void aCrashTakesTheRedisOfItsServiceAndAnotherComesBackEmpty() throws Exception {
        assumeRedis(directory);
        int code = small.run("--redis", "cache", "--replications", "20");
        assertThat(code).as(small.console().err() + small.console().out()).isZero();
        assertThat(small.console().out())
                .contains("killed: cache: crash, by a signal to the process of cache")
                .containsPattern("cache: pages in Redis 6\\.2\\.\\d+, which was asked for [1-9]\\d* and had [1-9]\\d*");
        JsonNode rehearsal = small.json("rehearsal.json");
        assertThat(rehearsal.get("others").get("cache").asText()).startsWith("pages in Redis 6.2.");
        assertThat(Files.readString(small.out().resolve("report.html"))).contains("cache: pages in Redis 6.2.");
        JsonNode result = small.json("result.json");
        assertThat(result.toString()).doesNotContain("cannot look for its pages");
        assertThat(Files.readString(small.out().resolve("run.json"))).contains("--redis cache");
        small.assertNothingIsLeft();
    }

    /** What stands in the place of the program kills whoever tries it: there is no better moment. */
    @Test
    void aConductorThatIsKilledWhileItTriesTheProgramLeavesAllOfItWhereDownFindsIt() throws Exception {
        assumeRedis(directory);
        Path instead = Files.createDirectory(directory.resolve("instead"));
        for (String name : List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-arm64")) {
            Files.writeString(instead.resolve(name), "#!/bin/sh\nkill -s KILL $PPID\n");
        }
        Path temporary = small.temporary();
        Process conductor =
                small.process(instead.toString(), temporary, "--redis", "cache").start();
        String said = new String(conductor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(conductor.waitFor()).as(said).isEqualTo(128 + 9);
        assertThat(Console.names(temporary)).isEmpty();
        assertThat(Console.names(small.state().resolve("twins"))).hasSize(1);
        assertThat(small.down()).as(small.console().err()).isZero();
        small.assertNothingIsLeft();
    }

    @Test
    void whatRedisCannotHoldIsRefusedBeforeAnythingIsStarted() {
        refuses(
                "--redis must name a component with a page-cache, but was cach; 'cache' exists; components with one are: cache",
                "--redis",
                "cach");
        refuses(
                "--redis must name a component with a page-cache, but was db; components with one are: cache",
                "--redis",
                "db");
        refuses(
                "it has 3 replicas with a cache each, which one Redis is not; with --set cache.replicas=1 it can",
                "--redis",
                "cache",
                "--set",
                "cache.replicas=3");
        refuses("it makes no calls", "--redis", "cache", "--set", "cache.calls.db=null");
        refuses("not --one-process", "--redis", "cache", "--one-process");
        assertThat(small.state()).doesNotExist();
    }

    private void refuses(String why, String... options) {
        assertThat(small.run(options)).isEqualTo(3);
        assertThat(small.console().err()).contains(why);
    }
}
