package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals whose users' requests Gatling sends. What they take decides nothing: only what happened, and what is left. */
class RehearseByGatlingTest {
    private static final Path ROOT = Path.of(System.getProperty("foreshock.root", ".."));

    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: bought
            clock: 2026-01-01T00:00:00Z .. 00:00:06
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 5s } } }
              db: { is: server, workers: 50, work: 3ms }
            requests:
              browse: {}
              buy: {}
            users:
              client:
                enters: web
                visit: { pages: 1, think: 1s, requests: { browse: { share: 70% }, buy: { share: 30% } } }
                patience: 10s
              robot: { enters: web, visit: { pages: 1, think: 1s }, patience: 10s }
            traffic:
              client: { usual: 20/s }
              robot: { usual: 10/s }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 50
            """;

    @TempDir
    Path directory;

    private static final String[] BY_GATLING = {"--load", "gatling", "--replications", "2"};

    private Rehearsing bought;
    private Console console;

    @BeforeEach
    void write() throws IOException {
        bought = Rehearsing.of(directory, SCENARIO);
        console = bought.console();
        // Built before this module by every build of the whole; not where this one is built alone.
        assumeTrue(Files.isDirectory(Objects.requireNonNull(BuiltModule.LOAD.layout(ROOT.resolve("cli/target/classes")))
                .resolve("lib")));
    }

    @Test
    void everyPlannedUserComesAndTheResultIsWhatGatlingSaw() throws Exception {
        int code = bought.run("--load", "gatling", "--replications", "2", "--gatling-report");
        assertThat(code).as(console.err()).isZero();
        assertThat(console.err()).contains("started Gatling (process ");
        Path results = bought.out().resolve("gatling");
        List<String> plan = Files.readAllLines(results.resolve("injection-plan.jsonl"));
        assertThat(plan).hasSizeGreaterThan(120);
        JsonNode load = bought.json("rehearsal.json").get("load");
        assertThat(load.get("by").asText()).isEqualTo("gatling 3.15.1");
        assertThat(load.get("users").asInt()).isEqualTo(plan.size());
        assertThat(load.get("requests").asInt()).isEqualTo(plan.size());
        assertThat(console.out()).contains("gatling 3.15.1: " + plan.size() + " users came and ");
        JsonNode requests = bought.json("result.json").findValue("requests");
        assertThat(requests.get("offered").get("value").asInt()).isEqualTo(plan.size());
        assertThat(requests.get("succeeded").get("value").asInt()
                        + requests.get("inFlight").get("value").asInt())
                .isEqualTo(plan.size());
        for (String request : List.of("browse", "buy")) {
            assertThat(plan).anyMatch(user -> user.contains("[\"" + request + "\"]"));
            assertThat(bought.json("result.json").get("measures").get("response-time.mean(" + request + ")"))
                    .as(request)
                    .isNotNull();
        }
        try (Stream<Path> runs = Files.list(results)) {
            assertThat(runs.filter(Files::isDirectory))
                    .singleElement()
                    .satisfies(run -> assertThat(Console.names(run)).contains("simulation.log", "index.html"));
        }
        bought.assertNothingIsLeft();
    }

    @Test
    void aPersonWhoInterruptsLeavesNoGatlingBehind() throws Exception {
        console.interruptAt("rehearsed  20 %");
        assertThat(bought.run(BY_GATLING)).as(console.err()).isEqualTo(130);
        bought.assertNothingIsLeft();
    }

    @Test
    void aConductorThatIsKilledTakesGatlingWithIt() throws Exception {
        Path temporary = bought.temporary();
        Process conductor = bought.process("", temporary, BY_GATLING).start();
        StringBuilder said = new StringBuilder();
        long gatling = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(conductor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && gatling == 0; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("started Gatling (process ")) {
                    gatling = Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        assertThat(gatling).as(said.toString()).isPositive();
        ProcessHandle process = ProcessHandle.of(gatling).orElseThrow();
        conductor.destroyForcibly().waitFor();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(bought.down()).isZero();
        bought.assertNothingIsLeft();
        assertThat(Console.names(temporary)).isEmpty();
    }

    @Test
    void theModuleIsFoundBesideThisOneHoweverItWasBuilt() {
        assertThat(BuiltModule.LOAD.layout(Path.of("/src/cli/target/quick/foreshock-cli.jar")))
                .isEqualTo(Path.of("/src/load/target/quick"));
        assertThat(BuiltModule.LOAD.layout(Path.of("/src/cli/target/classes"))).isEqualTo(Path.of("/src/load/target"));
        assertThat(BuiltModule.LOAD.layout(Path.of("/opt/foreshock/foreshock-cli.jar")))
                .isNull();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(console.run("rehearse", "x.yaml", "--gatling-report")).isEqualTo(2);
        assertThat(console.err()).contains("--gatling-report needs --load gatling");
        assertThat(console.run("rehearse", "x.yaml", "--load", "jmeter")).isEqualTo(2);
        assertThatThrownBy(() -> BuiltModule.LOAD.classPath(Path.of("/nowhere/cli/target/quick/foreshock-cli.jar")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--load gatling needs the module load, which is not built in /nowhere/load/target/quick;"
                        + " in Foreshock's source tree build it with: mvn -P quick -pl load -am package");
    }
}
