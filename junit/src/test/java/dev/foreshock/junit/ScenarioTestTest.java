package dev.foreshock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

class ScenarioTestTest {
    /** What the methods below were called with; tests of one class run one after the other. */
    private static final List<Object> CALLS = new ArrayList<>();

    @BeforeEach
    void forget() {
        CALLS.clear();
    }

    private static Simulation shop(String... variants) {
        return Simulation.of(Objects.requireNonNull(ScenarioLoader.standard()
                .load(Source.file(Path.of("src/test/resources/shop.yaml")), List.of(variants), List.of())
                .scenario()));
    }

    static class Seeds {
        @ScenarioTest(
                value = "shop.yaml",
                seeds = {7, 8})
        void run(RunResult run, Scenario scenario) {
            CALLS.add(run);
            assertThat(scenario.name()).isEqualTo("shop");
        }
    }

    @Test
    void eachSeedIsARunOfItsOwnWithOneReplication() {
        Kit kit = Kit.run(Seeds.class);
        assertThat(kit.names()).containsExactly("seed 7", "seed 8");
        assertThat(kit.passed()).isEqualTo(2);
        assertThat(CALLS)
                .containsExactlyElementsOf(List.of(7L, 8L).stream()
                        .flatMap(seed -> shop().run(RunOptions.inline(1).seed(seed)).runs().stream())
                        .toList());
    }

    @Test
    void gatesThatHoldAreReported() {
        assertThat(Kit.run(Seeds.class).reported())
                .containsEntry(
                        "gate calm", "passed: impact.longest was 0 s (n=1), wanted <= 1m; n=1: compared as a value")
                .containsKeys("gate many", "gate served");
    }

    static class Wave {
        @ScenarioTest(value = "shop.yaml", seeds = 7, variants = "wave")
        void run(RunResult run) {
            CALLS.add(run);
        }
    }

    @Test
    void eachGateThatDoesNotHoldIsAFailureOfItsOwnAndTheCommandComesLast() {
        Kit kit = Kit.run(Wave.class);
        assertThat(kit.failures()).singleElement().isInstanceOfSatisfying(ScenarioFailedError.class, failed -> {
            assertThat(failed.getFailures())
                    .extracting(Throwable::getMessage)
                    .satisfiesExactly(
                            calm -> assertThat(calm)
                                    .startsWith("gate calm deviated: impact.longest was at least 10m 00s (n=1), "
                                            + "wanted <= 1m"),
                            many -> assertThat(many).startsWith("gate many deviated: requests.succeeded was "),
                            served -> assertThat(served).startsWith("gate served deviated: success was "));
            assertThat(failed.getMessage())
                    .startsWith(Path.of("src/test/resources/shop.yaml") + ", seed 7 (3 failures)")
                    .endsWith("\nreplay: " + failed.replay());
            assertThat(failed.getSuppressed()).containsExactlyElementsOf(failed.getFailures());
            assertThat(failed.replay())
                    .isEqualTo("foreshock run src/test/resources/shop.yaml --variant wave --seed 7 --replications 1");
        });
        assertThat(CALLS).as("called, too").hasSize(1);
    }

    static class Several {
        @ScenarioTest(value = "shop.yaml", replications = 3)
        void run(RunResult run) {
            CALLS.add(run);
        }
    }

    @Test
    void gatesOfSeveralReplicationsAreAssertedOverAllOfThem() {
        Kit kit = Kit.run(Several.class);
        assertThat(kit.names())
                .containsExactly(
                        "replication 1 of 3", "replication 2 of 3", "replication 3 of 3", "gates over 3 replications");
        assertThat(kit.passed()).isEqualTo(4);
        assertThat(CALLS)
                .containsExactlyElementsOf(shop().run(RunOptions.inline(3)).runs());
        assertThat(kit.reported().get("gate many"))
                .startsWith("passed: requests.succeeded was ")
                .contains("±");
    }

    static class SeveralOfAWave {
        @ScenarioTest(
                value = "shop.yaml",
                seeds = {1, 2},
                replications = 2,
                variants = "wave")
        void run() {
            CALLS.add("");
        }
    }

    @Test
    void noReplicationAloneFailsForAClaimAboutAll() {
        Kit kit = Kit.run(SeveralOfAWave.class);
        assertThat(CALLS).hasSize(4);
        assertThat(kit.passed()).isEqualTo(4);
        assertThat(kit.failures())
                .extracting(failed -> ((ScenarioFailedError) failed).replay())
                .containsExactly(
                        "foreshock run src/test/resources/shop.yaml --variant wave --seed 1 --replications 2",
                        "foreshock run src/test/resources/shop.yaml --variant wave --seed 2 --replications 2");
    }

    static class Set {
        @ScenarioTest("shop.yaml")
        void all(RunSet runs) {
            CALLS.add(runs);
        }
    }

    @Test
    void aMethodWithASetIsCalledOnceWithTwentyReplications() {
        Kit kit = Kit.run(Set.class);
        assertThat(kit.names()).containsExactly("20 replications");
        assertThat(kit.passed()).isEqualTo(1);
        assertThat(CALLS).containsExactly(shop().run(RunOptions.inline(20)));
    }

    static class Open {
        @ScenarioTest(value = "shop.yaml", seeds = 7, replications = 5, sets = "gates.many=requests.succeeded >= 2970")
        void fails(RunSet runs) {
            assertThat(runs.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    static class MayBeOpen {
        @ScenarioTest(
                value = "shop.yaml",
                seeds = 7,
                replications = 5,
                sets = "gates.many=requests.succeeded >= 2970",
                inconclusive = Inconclusive.ABORTS)
        void aborts(RunSet runs) {
            assertThat(runs.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void whatIsInconclusiveFails() {
        assertThat(Kit.run(Open.class).failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        failed -> assertThat(failed.getFailures())
                                .singleElement()
                                .extracting(Throwable::getMessage)
                                .asString()
                                .startsWith("gate many inconclusive: requests.succeeded was "));
    }

    @Test
    void whatIsInconclusiveAbortsWhereThatIsAskedFor() {
        Kit kit = Kit.run(MayBeOpen.class);
        assertThat(kit.failures()).isEmpty();
        assertThat(kit.aborted())
                .singleElement()
                .isInstanceOfSatisfying(
                        TestAbortedException.class,
                        aborted -> assertThat(aborted.getMessage())
                                .contains("gate many inconclusive: ")
                                .endsWith("replay: foreshock run src/test/resources/shop.yaml "
                                        + "--set 'gates.many=requests.succeeded >= 2970' --seed 7 --replications 5"));
    }

    static class BothWays {
        @ScenarioTest(value = "shop.yaml", variants = "wave")
        void asserts(RunResult run) {
            throw new AssertionError("what the method asserts");
        }

        @ScenarioTest(value = "shop.yaml", variants = "wave")
        void assumes(RunResult run) {
            Assumptions.abort("not today");
        }
    }

    @Test
    void whatTheMethodAssertsIsAFailureBesideTheGates() {
        Kit kit = Kit.run(BothWays.class);
        assertThat(kit.failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        ScenarioFailedError.class,
                        failed -> assertThat(failed.getFailures())
                                .hasSize(4)
                                .first()
                                .extracting(Throwable::getMessage)
                                .isEqualTo("what the method asserts"));
        assertThat(kit.aborted())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("not today");
    }

    static class Surge {
        @ScenarioTest(value = "viral-promo-surge", judge = Judge.NOTHING)
        void nothing(RunResult run) {
            CALLS.add(run);
        }

        @ScenarioTest("viral-promo-surge")
        void gates() {}
    }

    @Test
    void aScenarioWithARecordIsHeldToItsGatesOrToNothing() {
        Kit kit = Kit.run(Surge.class);
        assertThat(CALLS).hasSize(1);
        assertThat(kit.passed()).isEqualTo(1);
        assertThat(kit.failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        ScenarioFailedError.class,
                        failed -> assertThat(failed.replay())
                                .isEqualTo(
                                        "foreshock run viral-promo-surge --seed 1177 --replications 1 --judge gates"));
    }
}
