package dev.foreshock.cli.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code foreshock migrate}. */
class MigrateTest {
    /** Half of the pages take too long, and the others are one cached page: what a refresh asks for decides. */
    private static final String SYSTEM = """
            foreshock: 1
            semantics: 2026.1   # as it was
            system: shop
            components:
              web:
                is: server
                workers: 1000
                work: 1ms
                page-cache: { cacheable: 50%, pages: 1, ttl: 1h }
                calls: { db: {} }
              db: { is: database, pool: 1000, query: 30s }
            """;

    private static final String SCENARIO = """
            # A comment that stays.
            foreshock: 1
            semantics: 2026.1
            scenario: busy
            system: { from: shop.yaml }
            clock: 2026-03-14T08:00Z .. 08:20
            define: { affected: 60s, population: "08:05 .. 08:15" }
            users:
              shopper:
                enters: web
                visit: { pages: 1, think: 5s }
                after-failure: { refresh: 100%, wait: 5s, gives-up-after: 1 }
            traffic: { shopper: { usual: 4/s } }
            gates: { helped: users.affected <= 40% }
            """;

    @TempDir
    Path directory;

    private Console console;
    private Path scenario;
    private Path system;

    @BeforeEach
    void twoFiles() throws Exception {
        console = new Console(directory);
        scenario = Files.writeString(directory.resolve("busy.yaml"), SCENARIO);
        system = Files.writeString(directory.resolve("shop.yaml"), SYSTEM);
    }

    @Test
    void aCheckEndsWith4WhereSomethingWouldChangeAndChangesNothing() throws Exception {
        assertThat(console.run("migrate", "--check", "busy.yaml")).isEqualTo(4);
        assertThat(console.out()).contains("busy.yaml: would change: semantics 2026.1 -> 2026.2");
        assertThat(console.err()).contains("shop.yaml needs the same").contains("--all");
        assertThat(scenario).hasContent(SCENARIO);
    }

    @Test
    void aDryRunPrintsADifferenceAndChangesNothing() {
        assertThat(console.run("migrate", "--dry-run", "--no-run", "busy.yaml")).isZero();
        assertThat(console.out()).contains("@@", "\n-semantics: 2026.1\n+semantics: 2026.2\n", "would be rewritten");
        assertThat(scenario).hasContent(SCENARIO);
    }

    @Test
    void filesAreRewrittenWithThoseTheyNameAndOnceOnly() throws Exception {
        assertThat(console.run("migrate", "--all", "--no-run", "busy.yaml")).isZero();
        assertThat(console.out()).contains("busy.yaml: rewritten", "shop.yaml: rewritten");
        assertThat(scenario).hasContent(SCENARIO.replace("2026.1", "2026.2"));
        assertThat(system).hasContent(SYSTEM.replace("2026.1", "2026.2"));
        assertThat(console.run("check", scenario.toString())).isZero();
        assertThat(console.run("migrate", "--all", "--check", "busy.yaml")).isZero();
        assertThat(console.out()).contains("up to date").doesNotContain("would");
        assertThat(Console.names(directory)).containsExactlyInAnyOrder("busy.yaml", "shop.yaml");
    }

    @Test
    void everyVerdictIsComparedAndOneThatMovesIsMarked() throws Exception {
        assertThat(console.run("migrate", "--all", "--replications", "3", "busy.yaml"))
                .isZero();
        assertThat(console.out())
                .contains("busy.yaml · 3 replications · seed 1177", "2026.1", "2026.2", "gate  helped");
        assertThat(console.out()).contains("deviated  <- moves", "1 verdict moves");
        assertThat(scenario).hasContent(SCENARIO.replace("2026.1", "2026.2"));
    }

    @Test
    void anInterruptedRunWritesNothing() throws Exception {
        console.interrupts.stop();
        assertThat(console.run("migrate", "busy.yaml")).isEqualTo(130);
        assertThat(console.err()).contains("interrupted; nothing was written");
        assertThat(scenario).hasContent(SCENARIO);
    }

    @Test
    void permissionsAndLinksAreKept() throws Exception {
        Files.setPosixFilePermissions(scenario, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), scenario.getFileName());
        assertThat(console.run("migrate", "--no-run", "link.yaml")).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(scenario).hasContent(SCENARIO.replace("2026.1", "2026.2"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scenario)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void whatCannotBeReadIsLeftAloneAndTheOthersAreRewritten() throws Exception {
        Path future = Files.writeString(directory.resolve("future.yaml"), "foreshock: 1\nsemantics: 2099.1\n");
        assertThat(console.run("migrate", "--no-run", "future.yaml", "shop.yaml", "nowhere.yaml"))
                .isEqualTo(3);
        assertThat(console.err()).contains("error[E0102]", "future.yaml was left as it is", "error[E0001]");
        assertThat(future).hasContent("foreshock: 1\nsemantics: 2099.1\n");
        assertThat(system).hasContent(SYSTEM.replace("2026.1", "2026.2"));
    }

    @Test
    void aScenarioThatIsInvalidIsRewrittenButNotRun() throws Exception {
        Files.writeString(scenario, SCENARIO + "nonsense: 1\n");
        assertThat(console.run("migrate", "busy.yaml")).isEqualTo(3);
        assertThat(console.err()).contains("nonsense", "its verdicts were not compared");
        assertThat(scenario).hasContent((SCENARIO + "nonsense: 1\n").replace("2026.1", "2026.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate",
                "migrate --library busy.yaml",
                "migrate --library --check",
                "migrate --check --dry-run busy.yaml",
                "migrate --replications 0 busy.yaml",
                "migrate --threads 0 busy.yaml"
            })
    void wrongUsageEndsWith2(String line) {
        assertThat(console.run(line.split(" "))).isEqualTo(2);
        assertThat(console.err()).startsWith("foreshock: ").contains("--help");
    }
}
