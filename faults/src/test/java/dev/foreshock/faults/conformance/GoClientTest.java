package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stock command line, which is written in Go, cannot tell the embedded server from the one it came with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoClientTest {
    private final Servers servers = new Servers();

    @AfterAll
    void stop() {
        servers.close();
    }

    /** The command line against one server. */
    private record Cli(Path binary, int port) {
        ForeignClient.Result run(String... arguments) {
            List<String> command = new ArrayList<>(List.of(binary.toString()));
            command.addAll(List.of(arguments));
            return ForeignClient.run(command, Map.of("TOXIPROXY_URL", "http://127.0.0.1:" + port));
        }

        String says(String... arguments) {
            ForeignClient.Result result = run(arguments);
            assertThat(result.status()).as(result.said()).isZero();
            return result.said().strip();
        }

        String complains(String... arguments) {
            ForeignClient.Result result = run(arguments);
            assertThat(result.status()).as(result.said()).isEqualTo(1);
            return result.said();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "STOCK"})
    void everyCommandDoesWhatItSays(Kind kind) {
        Path binary = ForeignClient.find("FORESHOCK_TOXIPROXY_CLI", "toxiproxy-cli");
        Cli cli = new Cli(binary, servers.get(kind).port());
        String listen = "127.0.0.1:" + StockServer.freePort();
        assertThat(cli.says("create", "-l", listen, "-u", "127.0.0.1:1", "db")).isEqualTo("Created new proxy db");
        assertThat(cli.says("list")).isEqualTo("db\t" + listen + "\t127.0.0.1:1\tenabled\t0");
        assertThat(cli.complains("create", "-l", listen, "-u", "127.0.0.1:1", "db"))
                .contains("Failed to create proxy: Create: HTTP 409: proxy already exists");

        assertThat(cli.says(
                        "toxic", "add", "-t", "latency", "-n", "slow", "--tox", "0.5", "-a", "latency=100", "-u", "db"))
                .isEqualTo("Added upstream latency toxic 'slow' on proxy 'db'");
        assertThat(cli.complains("toxic", "add", "-t", "nonsense", "db"))
                .contains("AddToxic: HTTP 400: invalid toxic type");
        assertThat(cli.says("inspect", "db").split("[\t\n]+"))
                .containsExactlyInAnyOrder(
                        "slow",
                        "type=latency",
                        "stream=upstream",
                        "toxicity=0.50",
                        "attributes=[",
                        "latency=100",
                        "jitter=0",
                        "]");
        assertThat(cli.says("toxic", "update", "-n", "slow", "--tox", "1", "-a", "jitter=7", "db"))
                .isEqualTo("Updated toxic 'slow' on proxy 'db'");
        assertThat(cli.says("inspect", "db")).contains("toxicity=1.00", "latency=100", "jitter=7");

        assertThat(cli.says("toggle", "db")).isEqualTo("Proxy db is now disabled");
        assertThat(cli.says("list")).isEqualTo("db\t" + listen + "\t127.0.0.1:1\tdisabled\t1");
        assertThat(cli.says("toggle", "db")).isEqualTo("Proxy db is now enabled");
        assertThat(cli.says("toxic", "remove", "-n", "slow", "db")).isEqualTo("Removed toxic 'slow' on proxy 'db'");
        assertThat(cli.says("inspect", "db")).doesNotContain("slow");
        assertThat(cli.says("delete", "db")).isEqualTo("Deleted proxy db");
        assertThat(cli.complains("inspect", "db")).contains("Failed to retrieve proxy db: HTTP 404: proxy not found");
        assertThat(cli.says("list")).isEmpty();
    }
}
