package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.TargetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compose files become targets that load without a warning, and files that put proxies in. */
class TargetImportTest {
    private static final Path FILES = Fixtures.MODULE.resolve("src/test/resources/compose");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path directory;

    private TargetSpec target(TargetImport imported) throws IOException {
        Path file = directory.resolve("target.yaml");
        Files.writeString(file, Objects.requireNonNull(imported.target()));
        LoadedTarget loaded = ScenarioLoader.standard().target(Source.file(file));
        assertThat(loaded.diagnostics()).as(imported.target()).isEmpty();
        return Objects.requireNonNull(loaded.target());
    }

    private static TargetImport imported(String name) {
        TargetImport imported = TargetImport.of(FILES.resolve(name + ".yaml"), "compose.foreshock.yaml");
        assertThat(imported.diagnostics()).isEmpty();
        return imported;
    }

    @ParameterizedTest
    @ValueSource(strings = {"voting", "wordpress", "shop", "anchors", "swarm", "names", "edges"})
    void everyExampleLoadsWithoutAWarningAndNothingMayBeBrokenYet(String name) throws Exception {
        TargetImport imported = imported(name);
        TargetSpec target = target(imported);
        assertThat(target.links()).hasSize(imported.containers().size()).isNotEmpty();
        assertThat(target.links().values()).noneMatch(LinkTarget::allowed);
        assertThat(imported.target() + imported.reroute())
                .doesNotContain("-secret", "_secret", "s3cr3t", "examplepass", "exampleuser", "guest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voting", "wordpress", "shop", "anchors", "swarm", "names", "edges"})
    void everyProxyIsWhereTheTargetLooksForItAndLeadsToTheServiceWhoseNameCallersUse(String name) throws Exception {
        TargetImport imported = imported(name);
        JsonNode reroute = YAML.readTree(imported.reroute());
        JsonNode base = YAML.readTree(FILES.resolve(name + ".yaml").toFile());
        Set<String> addresses = new HashSet<>();
        for (LinkTarget link : target(imported).links().values()) {
            String container = "foreshock-" + link.proxy().toLowerCase(java.util.Locale.ROOT);
            JsonNode proxy = reroute.path("services").path(container);
            String control = Objects.requireNonNull(target(imported).servers().get(link.server()))
                    .address();
            assertThat(proxy.path("ports").path(0).asText()).isEqualTo(control + ":8474");
            JsonNode config = new ObjectMapper()
                    .readTree(reroute.path("configs")
                            .path(container)
                            .path("content")
                            .asText());
            assertThat(config.path(0).path("name").asText()).isEqualTo(link.proxy());
            assertThat(config.path(0).path("upstream").asText()).isEqualTo(link.to());
            String service = link.to().substring(0, link.to().indexOf(':'));
            assertThat(base.path("services").has(service)).as(service).isTrue();
            String address = proxy.path("networks")
                    .path("foreshock")
                    .path("ipv4_address")
                    .asText();
            assertThat(addresses.add(address)).isTrue();
            assertThat(reroute.path("services").toString()).contains("\"" + service + ":" + address + "\"");
        }
    }

    @Test
    void portsComeFromCallersThenFromTheServiceThenFromItsImage() throws Exception {
        TargetSpec shop = target(imported("shop"));
        assertThat(shop.links().get("cart").to()).isEqualTo("cart:7070");
        assertThat(shop.links().get("postgresql").to()).isEqualTo("postgresql:5432");
        TargetSpec voting = target(imported("voting"));
        assertThat(voting.links().values()).extracting(LinkTarget::to).contains("redis:6379", "db:5432");
    }

    @Test
    void whoseMessagesATakerTakesGoesThroughTheProxyToo() throws Exception {
        JsonNode services = YAML.readTree(imported("shop").reroute()).path("services");
        assertThat(services.path("accounting-consumer").path("extra_hosts").toString())
                .contains("kafka:");
        assertThat(services.path("checkout").path("extra_hosts").toString()).contains("kafka:");
        assertThat(services.path("kafka").isMissingNode()).isTrue();
    }

    @Test
    void aCallerKeepsTheNetworksThatItHas() throws Exception {
        JsonNode services = YAML.readTree(imported("shop").reroute()).path("services");
        assertThat(services.path("checkout").path("networks").fieldNames())
                .toIterable()
                .containsExactly("default", "foreshock");
    }

    @Test
    void aServiceWhosePortNobodyKnowsHasNoProxyAndItIsSaid() throws Exception {
        Path file = directory.resolve("compose.yaml");
        Files.writeString(file, """
                services:
                  web: { image: web, depends_on: [api, db], ports: ["127.0.0.1:8080:80"] }
                  api: { image: api }
                  db: { image: postgres, environment: { POSTGRES_PASSWORD: s3cr3t } }
                """);
        TargetImport imported = TargetImport.of(file, "x.yaml");
        assertThat(imported.notes())
                .containsExactly(
                        "api has no proxy: nothing says on which port it listens; say expose: in the Compose file");
        TargetSpec target = target(imported);
        assertThat(target.links()).containsOnlyKeys("db");
        assertThat(Objects.requireNonNull(target.probes().get("web")).get()).isEqualTo("http://127.0.0.1:8080/");
    }

    @Test
    void aServiceThatCanHaveNoOtherNetworkIsLeftAsItIsAndThatIsSaid() throws Exception {
        Path file = directory.resolve("compose.yaml");
        Files.writeString(file, """
                services:
                  web: { image: web, depends_on: [db], ports: ["8080:80"] }
                  job: { image: job, depends_on: [db, null-cache], network_mode: host }
                  db: { image: postgres }
                  null-cache: { image: redis, network_mode: host }
                """);
        TargetImport imported = TargetImport.of(file, "x.yaml");
        JsonNode services = YAML.readTree(imported.reroute()).path("services");
        assertThat(services.has("web")).isTrue();
        assertThat(services.has("job")).isFalse();
        assertThat(imported.notes())
                .anySatisfy(note -> assertThat(note).startsWith("job calls db past its proxy"))
                .anySatisfy(note -> assertThat(note).startsWith("null-cache has no proxy"));
    }

    @Test
    void whatIsNoComposeFileIsRefused() throws Exception {
        Path file = directory.resolve("compose.yaml");
        Files.writeString(file, "a: 1\n");
        TargetImport imported = TargetImport.of(file, "x.yaml");
        assertThat(imported.target()).isNull();
        assertThat(imported.diagnostics()).singleElement().asString().contains("must have 'services'");
    }
}
