package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Variants and settings from outside change the file before it is read, so that everything the reader knows holds for them. */
class ChangesTest {

    @TempDir
    Path directory;

    @Test
    void aPathMayStartWithAComponentOrASection() {
        assertThat(web(set("web.workers=40")).workers()).isEqualTo(40);
        assertThat(web(set("components.web.workers=40")).workers()).isEqualTo(40);
        assertThat(set("users.shopper.patience=5s").users().get("shopper").patience())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(set("define.affected=2s").define().affected()).isEqualTo(Duration.ofSeconds(2));
        assertThat(set("about=no").about()).isEqualTo("no");
    }

    @ParameterizedTest
    @EnumSource
    void everyVersionOfTheModelIsWrittenAsItIsCalled(Semantics version) {
        assertThat(set("semantics=" + version.text()).semantics()).isEqualTo(version);
    }

    @Test
    void whatIsDeclaredMayGetSettingsItDoesNotHaveYet() {
        assertThat(web(set("web.queue=5")).queue()).isEqualTo(5);
        assertThat(web(set("web.restart.takes=5s")).restart().takes()).isEqualTo(Duration.ofSeconds(5));
        assertThat(web(set("web.memory={heap: 600 MiB, per-request: 2 MiB}")).memory())
                .isNotNull();
    }

    @Test
    void aPathLeadsThroughASingleValueThatStandsForAMap() {
        Scenario linked = set("web.calls.db.link=20ms", "web.calls.db.link.connections=5");
        assertThat(call(linked).link())
                .isEqualTo(new LinkSpec(new Fixed(Duration.ofMillis(20)), 5, Duration.ZERO, Duration.ofSeconds(60)));
        assertThat(db(set("db.query.mean=7ms")).query()).isEqualTo(new Exponential(Duration.ofMillis(7)));
        assertThat(set("traffic.shopper.usual.rate=7/s")
                        .traffic()
                        .get("shopper")
                        .get("usual"))
                .isEqualTo(new Constant(Rate.perSecond(7)));
    }

    @Test
    void mapsAreMergedSettingBySettingAndAnotherKindReplaces() {
        assertThat(web(set("web={workers: 40, queue: 3}")))
                .isEqualTo(ServerSpec.of(40, new Fixed(Duration.ofMillis(20)))
                        .queue(3)
                        .call("db", CallSpec.plain().within(Duration.ofSeconds(1)))
                        .build());
        assertThat(db(set("db.query={is: fixed, value: 3ms}")).query()).isEqualTo(new Fixed(Duration.ofMillis(3)));
        assertThat(set("traffic.shopper={more: 2/s}").traffic().get("shopper")).containsOnlyKeys("usual", "more");
    }

    @ParameterizedTest
    @CsvSource({"null", "~", "''"})
    void aNullTakesAway(String nothing) {
        assertThat(call(set("web.calls.db.timeout=" + nothing)).timeout()).isNull();
        assertThat(web(set("web.calls.db=" + nothing)).calls()).isEmpty();
        LoadResult nobody = Fixtures.load(directory, Fixtures.small(), "traffic.shopper.usual=" + nothing);
        assertThat(nobody.scenario())
                .isNotNull()
                .satisfies(scenario ->
                        assertThat(scenario.traffic().get("shopper")).isEmpty());
        assertThat(nobody.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.USERS_WITHOUT_TRAFFIC);
    }

    @Test
    void laterChangesWin() {
        assertThat(web(set("web.workers=40", "web.workers=50")).workers()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "wbe.workers=4,E0107,1",
        "users.shoper.patience=5s,E0107,7",
        "web.calls.dbb.timeout=1s,E0107,11",
        "monitors.surge.enabled=yes,E0107,10",
        "web.workers.more=4,E0201,13",
        "system.x=1,E0107,1",
        "scenario=other,E0107,1",
        "web.wrkers=4,E0201,5",
        "web.workers=many,E0207,13",
        "users.shopper.patience=5,E0206,24",
        "web.workers=0,E0301,13",
        "users.shopper.enters=wbe,E0302,22",
        "web.workers,E0106,1",
        "=5,E0106,1",
        ".web=5,E0106,1",
        "web..workers=5,E0107,5",
        "'web.workers=[1,2',E0004,17"
    })
    void aMistakeFromOutsideIsShownInTheArgument(String set, String code, int column) {
        LoadResult result = Fixtures.load(directory, Fixtures.small(), set);
        assertThat(result.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo(code);
            assertThat(found.file()).isEqualTo("--set");
            assertThat(found.place().text()).isEqualTo(set);
            assertThat(found.column()).isEqualTo(column);
        });
    }

    @Test
    void variantsAreAppliedInTheirOrderAndMayContainOthers() throws IOException {
        String text = Fixtures.small(
                "variants:",
                "  more: { set: { web.workers: 40 } }",
                "  most: { set: { web.workers: 50, web.queue: 9 } }",
                "  both: [more, most]");
        Path file = Files.writeString(directory.resolve("variants.yaml"), text);
        assertThat(web(load(file, List.of("most", "more"), List.of())).workers())
                .isEqualTo(40);
        assertThat(web(load(file, List.of("both"), List.of())).workers()).isEqualTo(50);
        assertThat(web(load(file, List.of("both"), List.of("web.workers=7"))))
                .extracting(ServerSpec::workers, ServerSpec::queue)
                .containsExactly(7, 9);
        assertThat(ScenarioLoader.standard().load(Source.file(file)).variants())
                .containsExactly("more", "most", "both");
    }

    @Test
    void componentsOfTheScenarioAreMergedOverThoseOfTheSystem() throws IOException {
        Files.writeString(directory.resolve("shop.yaml"), """
                foreshock: 1
                semantics: 2026.1
                system: shop
                components:
                  shop.web: { is: server, workers: 10, work: 20ms, calls: { db: { to: shop.db } } }
                  shop.db: { is: database, pool: 5, query: 5ms }
                  old: { is: database, pool: 5, query: 5ms }
                """);
        Path file = Files.writeString(directory.resolve("sale.yaml"), """
                foreshock: 1
                semantics: 2026.1
                scenario: sale
                system: { from: shop.yaml }
                clock: 2026-03-14T08:00Z .. 09:00
                components:
                  shop.web: { workers: 30 }
                  old: null
                users: { shopper: { enters: shop.web, visit: { pages: 3, think: 5s } } }
                traffic: { shopper: { usual: 4/s } }
                """);
        Scenario scenario = load(file, List.of(), List.of("shop.db.pool=9"));
        assertThat(scenario.system().components()).containsOnlyKeys("shop.db", "shop.web");
        assertThat(((ServerSpec) scenario.system().components().get("shop.web")).workers())
                .isEqualTo(30);
        assertThat(((DatabaseSpec) scenario.system().components().get("shop.db")).pool())
                .isEqualTo(9);
    }

    @Test
    void aShareOfTheClaimCanBeASettingOfItsOwn() {
        Scenario scenario = set("gates={affected: {require: users.affected <= 5%, in: 90%}}");
        assertThat(scenario.gates().get("affected").share()).isEqualTo(Percent.of(90));
    }

    private Scenario set(String... sets) {
        LoadResult result = Fixtures.load(directory, Fixtures.small(), sets);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.isChanged()).isTrue();
        assertThat(result.scenario()).isNotNull();
        return result.scenario();
    }

    private static Scenario load(Path file, List<String> variants, List<String> sets) {
        LoadResult result = ScenarioLoader.standard().load(Source.file(file), variants, sets);
        assertThat(result.diagnostics()).isEmpty();
        return result.scenario();
    }

    private static ServerSpec web(Scenario scenario) {
        return (ServerSpec) scenario.system().components().get("web");
    }

    private static DatabaseSpec db(Scenario scenario) {
        return (DatabaseSpec) scenario.system().components().get("db");
    }

    private static CallSpec call(Scenario scenario) {
        return web(scenario).calls().get("db");
    }
}
