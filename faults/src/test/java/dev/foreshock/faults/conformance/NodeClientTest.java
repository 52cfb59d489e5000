package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Node client drives the embedded server as it drives the stock one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeClientTest {
    private final Servers servers = new Servers();

    @AfterAll
    void stop() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "STOCK"})
    void everyCallDoesWhatItSays(Kind kind, @TempDir Path directory) throws IOException {
        Path client = ForeignClient.find("FORESHOCK_TOXIPROXY_NODE", "toxiproxy-node");
        Path script = directory.resolve("client.js");
        Files.write(script, Resources.lines("/conformance/node-client.js"));
        ForeignClient.Result result = ForeignClient.run(
                List.of(
                        "node",
                        script.toString(),
                        client.toAbsolutePath().toString(),
                        "http://127.0.0.1:" + servers.get(kind).port()),
                Map.of());
        assertThat(result.said()).isEqualTo("""
                created {"name":"db","upstream":"127.0.0.1:1","enabled":true}
                created again "Request failed with status code 409"
                listed ["db"]
                got {"name":"db","upstream":"127.0.0.1:1","enabled":true}
                moved {"name":"db","upstream":"127.0.0.1:2","enabled":true}
                added {"name":"slow","type":"latency","stream":"upstream","toxicity":0.5,"attributes":{"latency":100,"jitter":5}}
                updated {"name":"slow","type":"latency","stream":"upstream","toxicity":1,"attributes":{"latency":200,"jitter":5}}
                read {"name":"slow","type":"latency","stream":"upstream","toxicity":1,"attributes":{"latency":200,"jitter":5}}
                nonsense "Request failed with status code 400"
                removed "Request failed with status code 404"
                off {"name":"db","upstream":"127.0.0.1:2","enabled":false}
                on again {"name":"db","upstream":"127.0.0.1:2","enabled":true}
                reset "Request failed with status code 404"
                populated [{"name":"a","upstream":"127.0.0.1:3","enabled":true},{"name":"b","upstream":"127.0.0.1:4","enabled":false}]
                left ["a","b"]
                """);
        assertThat(result.status()).isZero();
    }
}
