package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents, imports, classes, defaults and changes become one scenario by one law. */
class LayersTest {

    private static final String HEADER = "foreshock: 1\nsemantics: 2026.2\n";

    @TempDir
    Path directory;

    // --- documents

    @Test
    void aFileIsMergedByNameOverTheOneItNames() {
        file("base.yaml", Fixtures.small().replace("2026.1", "2026.2"));
        Scenario over = load("""
                from: base.yaml
                scenario: over
                components: { web: { workers: 40 } }
                users: { shopper: { patience: 5s } }
                """);
        assertThat(over.name()).isEqualTo("over");
        assertThat(server(over, "web").workers()).isEqualTo(40);
        assertThat(server(over, "web").work()).isEqualTo(new Fixed(Duration.ofMillis(20)));
        assertThat(over.users().get("shopper").patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(over.traffic()).containsKey("shopper");
    }

    @Test
    void documentsThatLeadBackToThemselvesAreShownWithEveryPlaceOfTheChain() {
        file("one.yaml", HEADER + "from: two.yaml\nscenario: one\n");
        file("two.yaml", HEADER + "from: ./sub/../one.yaml\nscenario: two\n");
        LoadResult result = ScenarioLoader.standard().load(Source.file(directory.resolve("one.yaml")));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.LAYER_CYCLE);
        assertThat(result.diagnostics().get(0).notes()).hasSize(1);
    }

    @Test
    void anOverlayIsAboveTheFileAndBelowVariantsAndSettings() {
        file("scenario.yaml", Fixtures.small("variants: { more: { set: { web.workers: 30 } } }"));
        Path overlay = file("load-test.yaml", Fixtures.small().substring(0, 31) + """
                overlay: load-test
                components: { web: { workers: 20, queue: 7 }, db: { pool: x2 } }
                """);
        assertThat(server(changed(overlay), "web").workers()).isEqualTo(20);
        assertThat(database(changed(overlay), "db").pool()).isEqualTo(10);
        assertThat(server(changed(overlay, "more"), "web").workers()).isEqualTo(30);
        assertThat(server(changed(overlay, "more"), "web").queue()).isEqualTo(7);
    }

    private Scenario changed(Path overlay, String... variants) {
        LoadResult result = ScenarioLoader.standard()
                .load(
                        Source.file(directory.resolve("scenario.yaml")),
                        new Changes(List.of(overlay), List.of(variants), List.of()));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.isChanged()).isTrue();
        return Objects.requireNonNull(result.scenario());
    }

    @Test
    void aSystemAloneIsCheckedWithWhatItNeedsFromOutside() {
        Path part = file("part.yaml", HEADER + """
                system: part
                needs: [identity]
                components:
                  web: { is: server, workers: 5, work: 1ms, calls: { identity: {}, db: {} } }
                  db: { is: database, pool: 5, query: 1ms }
                """);
        LoadResult result = ScenarioLoader.standard().load(Source.file(part));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.kind()).isEqualTo(DocumentKind.SYSTEM);
        assertThat(result.scenario()).isNull();
        assertThat(result.isSound()).isTrue();
    }

    // --- imports

    private void parts() {
        file("checkout.yaml", HEADER + """
                system: checkout
                needs: [identity]
                knobs: { workers: { is: 8, range: 4 .. 16, basis: chosen } }
                components:
                  front: { is: balancer, weights: { a: 50%, b: 50% } }
                  a: { is: server, workers: $workers, work: 5ms, calls: { identity: {}, store: { to: db, timeout: 1s } } }
                  b: { like: a, workers: $workers x2 }
                  db: { is: database, pool: 5, query: 2ms }
                """);
    }

    private static final String IMPORTER = """
            scenario: shop
            clock: 2026-03-14T08:00Z .. 09:00
            components:
              checkout: { from: checkout.yaml, bind: { identity: accounts } }
              accounts: { is: server, workers: 3, work: 1ms }
            users: { shopper: { enters: checkout.front, visit: { pages: 3, think: 5s } } }
            traffic: { shopper: { usual: 4/s } }
            """;

    @Test
    void anImportHasItsComponentsUnderItsOwnName() {
        parts();
        Scenario shop = load(IMPORTER);
        assertThat(shop.system().components())
                .containsOnlyKeys("accounts", "checkout.front", "checkout.a", "checkout.b", "checkout.db");
        assertThat(((BalancerSpec) component(shop, "checkout.front")).weights())
                .containsOnlyKeys("checkout.a", "checkout.b");
        assertThat(server(shop, "checkout.a").calls().get("identity").to()).isEqualTo("accounts");
        assertThat(server(shop, "checkout.a").calls().get("store").to()).isEqualTo("checkout.db");
        assertThat(server(shop, "checkout.b").workers()).isEqualTo(16);
    }

    @Test
    void whatTheImporterSaysOfAPartCountsAboveTheImport() {
        parts();
        Scenario shop = load(
                IMPORTER.replace(
                        "  accounts:",
                        "  checkout.a: { workers: x3, queue: 9 }\n  checkout.b: null\n  checkout.front: { weights: { checkout.a: 100%, checkout.b: null } }\n  accounts:"));
        assertThat(server(shop, "checkout.a").workers()).isEqualTo(24);
        assertThat(server(shop, "checkout.a").queue()).isEqualTo(9);
        assertThat(shop.system().components()).doesNotContainKey("checkout.b");
    }

    @Test
    void theKnobsOfAnImportAreTheImportersUnderItsName() {
        parts();
        Scenario shop = load(IMPORTER + "knobs: { checkout.workers: 10 }\n");
        assertThat(server(shop, "checkout.a").workers()).isEqualTo(10);
        LoadResult set = result(IMPORTER, "knobs.checkout.workers=11");
        assertThat(server(Objects.requireNonNull(set.scenario()), "checkout.b").workers())
                .isEqualTo(22);
        assertThat(set.knobs()).extracting(Knob::path).containsExactly("knobs.checkout.workers");
        assertThat(set.knobs().get(0).uses()).containsExactly("checkout.a.workers", "checkout.b.workers");
    }

    @Test
    void aNameThatAnImportNeitherHasNorNeedsIsShownWithTheImport() {
        parts();
        file("checkout.yaml", read("checkout.yaml").replace("needs: [identity]\n", ""));
        List<Diagnostic> found =
                result(IMPORTER.replace(", bind: { identity: accounts }", "")).diagnostics();
        assertThat(found).extracting(Diagnostic::code).containsOnly(Code.DANGLING);
        assertThat(found.get(0).file()).endsWith("checkout.yaml");
        assertThat(found.get(0).notes())
                .anySatisfy(note -> assertThat(note.message()).isEqualTo("imported as 'checkout' here"));
    }

    @Test
    void aSystemThatImportsItselfIsRefused() {
        file("checkout.yaml", HEADER + "system: checkout\ncomponents: { again: { from: checkout.yaml } }\n");
        assertThat(result(IMPORTER.replace(", bind: { identity: accounts }", ""))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.LAYER_CYCLE);
    }

    // --- classes and defaults

    private static final String CLASSES = """
            scenario: shop
            clock: 2026-03-14T08:00Z .. 09:00
            classes:
              service: { is: server, workers: 50, work: 20ms, restart: { takes: 30s }, labels: { tier: mid } }
              slow: { like: service, work: x3 }
            defaults:
              components:
                "*": { queue: 100 }
                tier=edge: { queue: 10 }
              calls:
                "*": { timeout: 2s }
                "*.db": { timeout: 1s, retries: 1 }
            components:
              web: { like: service, labels: { tier: edge }, calls: { api: {}, db: { retries: 0 } } }
              api: { like: slow, workers: x2, queue: null }
              backup: { like: web, workers: 10 }
              db: { is: database, pool: 20, query: "lognormal(mean 8ms, p99 60ms)" }
            users: { shopper: { enters: web, visit: { pages: 3, think: 5s } } }
            traffic: { shopper: { usual: 4/s } }
            """;

    @Test
    void aComponentHasTheSettingsOfWhatItIsLikeUnlessItSaysOtherwise() {
        Scenario shop = load(CLASSES);
        assertThat(server(shop, "web").workers()).isEqualTo(50);
        assertThat(server(shop, "web").restart().takes()).isEqualTo(Duration.ofSeconds(30));
        assertThat(server(shop, "api").workers()).isEqualTo(100);
        assertThat(server(shop, "api").work()).isEqualTo(new Fixed(Duration.ofMillis(60)));
        assertThat(server(shop, "backup").calls()).isEqualTo(server(shop, "web").calls());
        assertThat(shop.system().components()).doesNotContainKeys("service", "slow");
    }

    @Test
    void theMoreSpecificDefaultWinsAndAThingItselfWinsOverAll() {
        Scenario shop = load(CLASSES);
        assertThat(server(shop, "web").queue()).isEqualTo(10);
        assertThat(server(shop, "backup").queue()).isEqualTo(10);
        assertThat(server(shop, "api").queue()).isNull();
        CallSpec toDb = Objects.requireNonNull(server(shop, "web").calls().get("db"));
        assertThat(toDb.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(toDb.retries().attempts()).isZero();
        assertThat(server(shop, "web").calls().get("api").timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aChangeOfAClassChangesItsMembersAndAChangeOfAComponentNothingElse() {
        Scenario more = Objects.requireNonNull(
                result(CLASSES, "classes.service.workers=70").scenario());
        assertThat(server(more, "web").workers()).isEqualTo(70);
        assertThat(server(more, "api").workers()).isEqualTo(140);
        Scenario web =
                Objects.requireNonNull(result(CLASSES, "web.restart.takes=5s").scenario());
        assertThat(server(web, "web").restart().takes()).isEqualTo(Duration.ofSeconds(5));
        assertThat(server(web, "backup").restart().takes()).isEqualTo(Duration.ofSeconds(30));
        Scenario half = Objects.requireNonNull(
                result(CLASSES, "defaults.components.*.queue=50").scenario());
        assertThat(server(half, "web").queue()).isEqualTo(10);
    }

    @Test
    void theOrderOfDeclarationsMeansNothing() {
        String reversed = CLASSES.replace(
                        "    \"*\": { queue: 100 }\n    tier=edge: { queue: 10 }\n",
                        "    tier=edge: { queue: 10 }\n    \"*\": { queue: 100 }\n")
                .replace(
                        "    \"*\": { timeout: 2s }\n    \"*.db\": { timeout: 1s, retries: 1 }\n",
                        "    \"*.db\": { timeout: 1s, retries: 1 }\n    \"*\": { timeout: 2s }\n");
        assertThat(reversed).isNotEqualTo(CLASSES);
        assertThat(load(reversed)).isEqualTo(load(CLASSES));
    }

    @Test
    void labelsAndFormerNamesReachTheEngine() {
        Scenario shop = load(CLASSES.replace("  db: { is", "  db: { was: store, labels: { zone: a }, is")
                .replace("db: { retries: 0 }", "db: { retries: 0, was: store }")
                .replace("users: { shopper: {", "users: { shopper: { was: visitor,"));
        assertThat(shop.was())
                .containsOnly(
                        java.util.Map.entry("components.db", "store"),
                        java.util.Map.entry("components.web.calls.db", "store"),
                        java.util.Map.entry("components.backup.calls.db", "store"),
                        java.util.Map.entry("users.shopper", "visitor"));
        assertThat(shop.system().labels().get("db")).containsEntry("zone", "a");
        assertThat(shop.system().labels().get("web")).containsEntry("tier", "edge");
    }

    // --- numbers

    @ParameterizedTest
    @CsvSource({
        "workers: x4, 40",
        "workers: +40%, 14",
        "workers: -25%, 8",
        "workers: { is: 12 }, 12",
    })
    void aNumberMayBeRelativeToTheOneBelow(String setting, int workers) {
        file("base.yaml", Fixtures.small().replace("2026.1", "2026.2"));
        Scenario over = load("from: base.yaml\nscenario: over\ncomponents: { web: { " + setting + " } }\n");
        assertThat(server(over, "web").workers()).isEqualTo(workers);
    }

    @Test
    void aLawGrowsByItsTimesAndACurveByItsLoads() {
        Scenario shop = Objects.requireNonNull(
                result(CLASSES, "db.query=x2", "traffic.shopper.usual=+50%").scenario());
        Lognormal query = (Lognormal) database(shop, "db").query();
        assertThat(query.mean()).isEqualTo(Duration.ofMillis(16));
        assertThat(shop.traffic().get("shopper").get("usual").toString()).contains("6");
    }

    @Test
    void aMultipleOfNothingIsAMistake() {
        assertThat(result(CLASSES.replace("workers: 50, ", "workers: x50, ")).diagnostics())
                .extracting(Diagnostic::code)
                .containsOnly(Code.VALUE);
        assertThat(result(CLASSES, "backup.calls.db.retries=x2").diagnostics()).isEmpty();
    }

    @Test
    void aNumberSaysWhatIsKnownAboutIt() {
        LoadResult result = result(CLASSES.replace(
                "pool: 20",
                "pool: { is: 20, range: 10 .. 40, basis: measured, source: \"load test of March\", samples: 12 }"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.knobs())
                .containsExactly(
                        new Knob("db.pool", "20", "10", "40", Basis.MEASURED, "load test of March", 12L, List.of()));
    }

    @Test
    void aLawThatIsOneNumberSaysSoToo() {
        LoadResult result = result(CLASSES.replace(
                "query: \"lognormal(mean 8ms, p99 60ms)\"", "query: { is: 8ms, range: 4ms .. 9ms, basis: measured }"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(database(Objects.requireNonNull(result.scenario()), "db").query())
                .isEqualTo(new Fixed(Duration.ofMillis(8)));
        assertThat(result.knobs()).extracting(Knob::from).containsExactly("4ms");
    }

    // --- selectors

    @Test
    void monitorsAndClaimsOfASelectorAreWrittenOut() {
        Scenario shop = load(CLASSES + """
                monitors: { down: { watches: tier=edge, alert: success < 95%, tells: [down] } }
                gates:
                  upright: crashes(is=server tier!=mid) = 0
                  inside: { require: "crashes(*p*) = 0", in: 90% }
                """);
        assertThat(shop.monitors()).containsOnlyKeys("down.web", "down.backup");
        assertThat(shop.gates()).containsOnlyKeys("upright.web", "upright.backup", "inside.api", "inside.backup");
        assertThat(shop.gates().get("inside.api").share()).isEqualTo(Percent.of(90));
    }

    @Test
    void aClaimIsHeldAgainstWhatAnEarlierRunLeft() {
        file(
                "main.json",
                "{\"schemaVersion\": 1, \"scale\": 1, \"measures\": {\"response-time.p99\": 0.2, \"crashes(web)\": null}}");
        Scenario shop = load(CLASSES + "baseline: main.json\ngates: { slower: response-time.p99 <= baseline +10% }\n");
        assertThat(shop.baseline().values()).containsEntry("response-time.p99", 0.2);
        assertThat(shop.baseline().values()).containsEntry("crashes(web)", Double.POSITIVE_INFINITY);
        assertThat(result(CLASSES + "gates: { slower: response-time.p99 <= baseline +10% }\n")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.UNJUDGEABLE);
    }

    @Test
    void aNameThatASelectorIsWrittenOutUnderIsTaken() {
        assertThat(result(CLASSES + "gates: { up: crashes(tier=edge) = 0, up.web: crashes(web) = 0 }\n")
                        .errors())
                .extracting(Diagnostic::code)
                .containsExactly(Code.CLASH);
    }

    // --- helpers

    private static ComponentSpec component(Scenario scenario, String name) {
        return Objects.requireNonNull(scenario.system().components().get(name));
    }

    private static ServerSpec server(Scenario scenario, String name) {
        return (ServerSpec) component(scenario, name);
    }

    private static DatabaseSpec database(Scenario scenario, String name) {
        return (DatabaseSpec) component(scenario, name);
    }

    private Scenario load(String text) {
        LoadResult result = result(text);
        assertThat(result.errors()).isEmpty();
        return Objects.requireNonNull(result.scenario());
    }

    private LoadResult result(String text, String... sets) {
        return ScenarioLoader.standard()
                .load(Source.file(file("scenario.yaml", HEADER + text)), List.of(), List.of(sets));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
