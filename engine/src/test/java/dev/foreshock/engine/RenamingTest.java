package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A thing that says what it was called before draws what it drew before, wherever its new name stands in the alphabet. */
class RenamingTest {
    /** The last of the old names is the first of the new ones. */
    private static final Map<String, String> NEW_NAMES = Map.of(
            "backup",
            "u9",
            "db",
            "u8",
            "front",
            "u7",
            "web",
            "u6",
            "bots",
            "v9",
            "shoppers",
            "v8",
            "down",
            "w9",
            "slow",
            "w8",
            "queries",
            "a2",
            "ads",
            "a3");

    private static String same(String name) {
        return name;
    }

    private static String renamed(String name) {
        return NEW_NAMES.getOrDefault(name, name);
    }

    private static ServerSpec server(UnaryOperator<String> called) {
        return ServerSpec.of(60, Lognormal.withCv(Duration.ofMillis(60), 1))
                .call(
                        called.apply("queries"),
                        CallSpec.plain()
                                .to(called.apply("db"))
                                .times(2)
                                .within(Duration.ofMillis(200))
                                .retrying(RetrySpec.of(2)))
                .call(called.apply("db"), CallSpec.plain().over(link()))
                .call(
                        called.apply("ads"),
                        CallSpec.plain().to(called.apply("db")).madeBy(Percent.of(40)))
                .pageCache(PageCacheSpec.of(Percent.of(30)))
                .build();
    }

    private static LinkSpec link() {
        return new LinkSpec(
                new Uniform(Duration.ofMillis(1), Duration.ofMillis(9)),
                9,
                Duration.ofMillis(3),
                Duration.ofSeconds(1));
    }

    private static UsersSpec users(String entry) {
        return Worlds.users(
                entry,
                new Geometric(4),
                new Exponential(Duration.ofSeconds(5)),
                Duration.ofSeconds(2),
                Worlds.habits(60, 3));
    }

    private static Alert alert(String component, double below) {
        Condition condition = Condition.of(Signal.SUCCESS, Comparison.BELOW, below, Duration.ofSeconds(30));
        return new Alert(component, Duration.ofSeconds(15), condition, Set.of("sam"), Set.of(), Percent.of(30), true);
    }

    private static ScenarioBuilder shop(UnaryOperator<String> called) {
        Map<String, Percent> weights =
                Map.of(called.apply("web"), Percent.of(60), called.apply("backup"), Percent.of(40));
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(6)))
                .component(
                        called.apply("front"),
                        BalancerSpec.dns(weights, Duration.ofSeconds(30), Percent.of(10), Duration.ofMinutes(5)))
                .component(called.apply("web"), server(called))
                .component(called.apply("backup"), server(called))
                .component(called.apply("db"), DatabaseSpec.of(4, new Exponential(Duration.ofMillis(18))))
                .users(called.apply("shoppers"), users(called.apply("front")))
                .users(called.apply("bots"), users(called.apply("front")))
                .traffic(called.apply("shoppers"), "usual", new Constant(Rate.perSecond(20)))
                .traffic(called.apply("bots"), "usual", new Constant(Rate.perSecond(20)))
                .monitor(called.apply("down"), alert(called.apply("front"), 0.99))
                .monitor(called.apply("slow"), alert(called.apply("web"), 0.98))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(1)));
    }

    private static ScenarioBuilder renamedWithFormerNames() {
        ScenarioBuilder builder = shop(RenamingTest::renamed);
        for (String component : List.of("front", "web", "backup", "db")) {
            builder.was("components." + renamed(component), component);
        }
        for (String server : List.of("web", "backup")) {
            builder.was("components." + renamed(server) + ".calls.a2", "queries");
            builder.was("components." + renamed(server) + ".calls.a3", "ads");
        }
        return builder.was("users.v9", "bots")
                .was("users.v8", "shoppers")
                .was("monitors.w9", "down")
                .was("monitors.w8", "slow");
    }

    private static Map<String, ComponentFigures> figures(RunResult run, UnaryOperator<String> called) {
        Map<String, ComponentFigures> figures = new TreeMap<>();
        List.of("front", "web", "backup", "db")
                .forEach(name -> figures.put(name, run.components().get(called.apply(name))));
        return figures;
    }

    private static List<String> events(RunResult run) {
        return run.journal().entries().stream()
                .map(entry -> entry.id() + " " + entry.atNanos() + " " + entry.event() + " " + entry.cause())
                .toList();
    }

    @Test
    void whatIsRenamedWithItsFormerNameDrawsWhatItDrew() {
        RunResult before = Worlds.runOnce(shop(RenamingTest::same).build());
        RunResult after = Worlds.runOnce(renamedWithFormerNames().build());
        assertThat(after.checksum()).as("order of all events").isEqualTo(before.checksum());
        assertThat(after.requests()).isEqualTo(before.requests());
        assertThat(after.users()).isEqualTo(before.users());
        assertThat(after.responseTimes()).isEqualTo(before.responseTimes());
        assertThat(after.minutes()).isEqualTo(before.minutes());
        assertThat(after.impacts()).isEqualTo(before.impacts());
        assertThat(after.phases()).isEqualTo(before.phases());
        assertThat(figures(after, RenamingTest::renamed)).isEqualTo(figures(before, RenamingTest::same));
        assertThat(events(after)).isEqualTo(events(before));
        assertThat(before.requests().outcomes())
                .as("enough goes wrong to notice")
                .containsKeys("ok", "error");
        assertThat(before.journal().of(JournalEntry.Event.FIRING)).isNotEmpty();
    }

    @Test
    void whatIsRenamedWithoutItDrawsAnew() {
        RunResult before = Worlds.runOnce(shop(RenamingTest::same).build());
        RunResult after = Worlds.runOnce(shop(RenamingTest::renamed).build());
        assertThat(after.requests()).isNotEqualTo(before.requests());
    }

    @Test
    void twoThingsMustNotHaveBeenOne() {
        assertThat(problems(
                        shop(RenamingTest::same).was("components.web", "shop").was("components.backup", "shop")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.flaw()).isEqualTo(Flaw.CONFLICT);
                    assertThat(problem.path()).isEqualTo("components.web.was");
                    assertThat(problem.message())
                            .isEqualTo(
                                    "'web' and 'backup' must not have the same former name, but both draw as 'shop'");
                });
    }

    @Test
    void aFormerNameMustNotBeThatOfAThingThatKeepsIt() {
        assertThat(problems(shop(RenamingTest::same).was("components.backup", "web")))
                .extracting(Problem::path)
                .containsExactly("components.backup.was");
        assertThat(problems(shop(RenamingTest::same).was("users.bots", "shoppers")))
                .extracting(Problem::path)
                .containsExactly("users.bots.was");
        assertThat(problems(shop(RenamingTest::same).was("components.web.calls.ads", "queries")))
                .extracting(Problem::path)
                .containsExactly("components.web.calls.ads.was");
    }

    @Test
    void twoThingsMayChangePlaces() {
        assertThat(shop(RenamingTest::same)
                        .was("components.web", "backup")
                        .was("components.backup", "web")
                        .build()
                        .formerNames()
                        .component("web"))
                .isEqualTo("backup");
    }

    @Test
    void whatIsNotThereHasNoFormerNameAndNoLabels() {
        assertThat(problems(shop(RenamingTest::same).was("components.wbe", "x").label("fornt", "tier", "edge")))
                .allSatisfy(problem -> assertThat(problem.flaw()).isEqualTo(Flaw.DANGLING))
                .extracting(Problem::help)
                .anyMatch(help -> help.startsWith("'components.web' exists"))
                .anyMatch(help -> help.startsWith("'front' exists"));
    }

    @Test
    void labelsChangeNothing() {
        Scenario labeled = shop(RenamingTest::same).label("web", "tier", "edge").build();
        assertThat(labeled.system().labels()).isEqualTo(Map.of("web", Map.of("tier", "edge")));
        assertThat(Worlds.runOnce(labeled))
                .isEqualTo(Worlds.runOnce(shop(RenamingTest::same).build()));
        assertThat(SystemSpec.of(Map.of()).labels()).isEmpty();
    }

    private static List<Problem> problems(ScenarioBuilder builder) {
        try {
            builder.build();
        } catch (InvalidScenarioException e) {
            return e.problems();
        }
        return List.of();
    }
}
