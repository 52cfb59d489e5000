package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Bytes;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compose files in the style of public examples become scenarios that load without a warning and run. */
class ComposeImportTest {

    private static final Path FILES = Fixtures.MODULE.resolve("src/test/resources/compose");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"voting", "wordpress", "shop", "anchors", "swarm", "names", "cycle", "edges"})
    void everyExampleLoadsWithoutAWarningAndRuns(String name) throws Exception {
        ComposeImport imported = ComposeImport.of(FILES.resolve(name + ".yaml"));
        assertThat(imported.diagnostics()).isEmpty();
        assertThat(imported.unknown()).isNotEmpty();
        String text = Objects.requireNonNull(imported.text());
        assertThat(text).doesNotContain("-secret", "_secret", "s3cr3t", "examplepass", "exampleuser", "guest");
        LoadResult loaded = Fixtures.load(directory, text);
        assertThat(loaded.diagnostics()).as(text).isEmpty();
        Scenario scenario = Objects.requireNonNull(loaded.scenario());
        assertThat(scenario.system().components()).hasSize(imported.components());
        RunSet runs = Simulation.of(scenario).run(RunOptions.inline(1));
        assertThat(runs.exemplarRun().requests().offered()).isPositive();
        assertThat(runs.gates()).isNotEmpty();
    }

    @Test
    void imagesTellWhatAServiceIsAndTheRestIsAServer() throws Exception {
        Scenario shop = scenario("shop");
        assertThat(component(shop, "postgresql")).isInstanceOf(DatabaseSpec.class);
        assertThat(component(shop, "kafka")).isInstanceOf(QueueSpec.class);
        assertThat(component(shop, "valkey-cart")).isInstanceOf(ServerSpec.class);
        assertThat(component(shop, "frontend").dependencies())
                .containsExactlyInAnyOrder(
                        "ad", "cart", "checkout", "currency", "product-catalog", "recommendation", "shipping");
        assertThat(component(shop, "checkout").dependencies()).contains("kafka");
        assertThat(((QueueSpec) component(shop, "kafka")).calls()).containsOnlyKeys("accounting-consumer");
        assertThat(shop.name()).isEqualTo("astronomy-market");
        assertThat(shop.system().components()).doesNotContainKeys("grafana", "jaeger");
        assertThat(shop.users().values()).extracting("enters").containsExactly("frontend-proxy");
    }

    @Test
    void limitsReplicasAndRestartsAreTakenOver() throws Exception {
        ServerSpec wordpress = (ServerSpec) component(scenario("wordpress"), "wordpress");
        assertThat(wordpress.workers()).isEqualTo(6);
        assertThat(Objects.requireNonNull(wordpress.memory()).heap()).isEqualTo(new Bytes(512L << 20));
        assertThat(wordpress.restart().automatic()).isEqualTo(Duration.ofSeconds(1));
        Scenario swarm = scenario("swarm");
        assertThat(((ServerSpec) component(swarm, "web1")).replicas()).isEqualTo(6);
        assertThat(((ServerSpec) component(swarm, "web1")).restart().automatic())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(((ServerSpec) component(swarm, "web3")).replicas()).isEqualTo(2);
        assertThat(component(swarm, "lb")).isInstanceOf(BalancerSpec.class);
        assertThat(((ServerSpec) component(scenario("edges"), "app")).restart().takes())
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void anchorsMergeKeysTagsAndExtendsAreFollowed() throws Exception {
        Scenario app = scenario("anchors");
        assertThat(component(app, "api").dependencies()).containsExactlyInAnyOrder("postgres", "cache", "rabbitmq");
        assertThat(((ServerSpec) component(app, "celery")).replicas()).isEqualTo(4);
        assertThat(((QueueSpec) component(app, "rabbitmq")).calls()).containsOnlyKeys("celery");
        ComposeImport imported = ComposeImport.of(FILES.resolve("anchors.yaml"));
        assertThat(imported.notes()).contains("celery-beat was left out: it starts only with the profile scheduler");
        assertThat(imported.unknown()).anySatisfy(line -> assertThat(line).contains("env_file of api and celery"));
        assertThat(imported.unknown()).anySatisfy(line -> assertThat(line).contains("base-only extends"));
        assertThat(imported.ignored()).contains("secrets", "volumes (postgres)");
    }

    @Test
    void circlesAreBrokenAndSaid() throws Exception {
        Scenario cycle = scenario("cycle");
        assertThat(component(cycle, "c").dependencies()).isEmpty();
        assertThat(ComposeImport.of(FILES.resolve("cycle.yaml")).notes())
                .anySatisfy(line -> assertThat(line).contains("a -> b -> c -> a"))
                .anySatisfy(line -> assertThat(line).contains("b -> c -> b"));
    }

    @Test
    void servicesWithoutACommonNetworkDoNotCallEachOther() throws Exception {
        assertThat(component(scenario("swarm"), "batch").dependencies()).isEmpty();
        assertThat(ComposeImport.of(FILES.resolve("swarm.yaml")).notes())
                .anySatisfy(line -> assertThat(line).contains("batch to pg.primary", "share no network"));
    }

    @Test
    void oddNamesBecomeNamesThatDifferAndCannotEscapeAComment() throws Exception {
        Scenario names = scenario("names");
        assertThat(names.system().components())
                .containsOnlyKeys(
                        "My_Web-App",
                        "my-web-app",
                        "API_v2",
                        "service-x-ray",
                        "service-1stdb",
                        "service-Null",
                        "ete",
                        "a-b-c-d-e");
        assertThat(component(names, "My_Web-App").dependencies())
                .containsExactlyInAnyOrder("my-web-app", "API_v2", "service-x-ray", "service-Null");
    }

    @Test
    void aDenseGraphIsThinnedOutSoThatItRuns() throws Exception {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < 60; i++) {
            text.append("  s").append(i).append(": { image: x, depends_on: [");
            for (int j = i + 1; j < 60; j++) {
                text.append(j == i + 1 ? "s" : ", s").append(j);
            }
            text.append("] }\n");
        }
        ComposeImport imported = ComposeImport.of(write(text.toString()));
        assertThat(imported.notes()).anySatisfy(line -> assertThat(line).contains("calls were left out"));
        Scenario scenario = Objects.requireNonNull(Fixtures.load(directory, Objects.requireNonNull(imported.text()))
                .scenario());
        assertThat(Simulation.of(scenario).run(RunOptions.inline(1)).runs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: [web, db]",
                "services: {}",
                "services:",
                "services: text",
                "web: { image: x }",
                "foreshock: 1\nscenario: x",
                "- a\n- b",
                "just text",
                "",
                "# nothing",
                "a: [",
                "services:\n\tweb: {}",
                "services: { g: { image: grafana } }",
                "a: &a [*a]\nservices: *a",
                "services: { a: \u0001 }",
                "--- \nservices: {a: {}}\n---\nb: 1"
            })
    void whatIsNoComposeFileIsRefusedWithAMessage(String text) throws Exception {
        ComposeImport imported = ComposeImport.of(write(text));
        assertThat(imported.text()).isNull();
        assertThat(imported.diagnostics()).hasSize(1);
        assertThat(DiagnosticPrinter.print(imported.diagnostics())).doesNotContain("Exception", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: { a: }",
                "services: { a: text, b: [1], c: { image: [x], ports: 80, environment: 5, depends_on: 7, deploy: [] } }",
                "services: { a: { extends: a }, b: { extends: { service: nowhere } } }",
                "services: { a: { depends_on: [nowhere], links: [':', ''], environment: ['=', 'X', ''] } }",
                "services: { a: { deploy: { replicas: 0, resources: { limits: { cpus: -1, memory: 1e99 } } }, scale: many } }",
                "services: { a: { cpus: 1e300, mem_limit: '999999999999999t', healthcheck: { start_period: 99999999h } } }",
                "services: { a: { cpus: '0.001', mem_limit: 1k, deploy: { replicas: 1000 } } }",
                "services: { a: { image: 'postgres', ports: ['1:1'] } }",
                "services: { '${X}': { image: '${REGISTRY}/${IMAGE:-redis}' } }",
                "services: { a: { profiles: [x] } }",
                "services: { a: &a { image: x }, b: *a, <<: { c: *a } }"
            })
    void oddSettingsAreTakenForNothing(String text) throws Exception {
        ComposeImport imported = ComposeImport.of(write(text));
        assertThat(imported.diagnostics()).isEmpty();
        LoadResult loaded = Fixtures.load(directory, Objects.requireNonNull(imported.text()));
        assertThat(loaded.diagnostics()).as(imported.text()).isEmpty();
        Simulation.of(Objects.requireNonNull(loaded.scenario()));
    }

    @Test
    void aliasBombsDepthAndSizeAreRefusedQuickly() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        for (String text : new String[] {
            bomb + "services: { a: { x: *a39 } }",
            "services: { a: " + "[".repeat(5_000) + "]".repeat(5_000) + " }",
            "services: { a: " + "{ b: ".repeat(100) + "1" + " }".repeat(100) + " }"
        }) {
            long before = System.nanoTime();
            assertThat(ComposeImport.of(write(text)).diagnostics()).hasSize(1);
            assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void aMissingFileADirectoryForeignBytesAndAHugeFileAreRefused() throws Exception {
        Path huge = directory.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        Path latin1 = Files.write(directory.resolve("l.yaml"), "services: ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(codes(directory.resolve("nowhere.yaml"), directory, latin1, huge))
                .containsExactly(Code.FILE, Code.FILE, Code.ENCODING, Code.FILE_SIZE);
    }

    private static java.util.List<Code> codes(Path... files) {
        return java.util.stream.Stream.of(files)
                .map(file -> ComposeImport.of(file).diagnostics().get(0).code())
                .toList();
    }

    private Scenario scenario(String name) {
        String text = Objects.requireNonNull(
                ComposeImport.of(FILES.resolve(name + ".yaml")).text());
        return Objects.requireNonNull(Fixtures.load(directory, text).scenario());
    }

    private static ComponentSpec component(Scenario scenario, String name) {
        return Objects.requireNonNull(scenario.system().components().get(name));
    }

    private Path write(String text) throws Exception {
        return Files.writeString(directory.resolve("compose.yaml"), text);
    }
}
