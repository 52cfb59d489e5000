package dev.foreshock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.RunResult;
import org.junit.jupiter.api.Test;

class RefusedScenarioTest {
    private static String refusal(Class<?> tests) {
        Kit kit = Kit.run(tests);
        assertThat(kit.names()).isEmpty();
        assertThat(kit.containerFailures()).hasSize(1);
        return String.valueOf(kit.containerFailures().get(0).getMessage());
    }

    static class Broken {
        @ScenarioTest("broken.yaml")
        void test() {}
    }

    @Test
    void aMistakeInTheFileIsToldWithItsPlace() {
        assertThat(refusal(Broken.class))
                .contains("broken.yaml is invalid, so nothing was run")
                .contains("error[E0201]: ")
                .contains("src/test/resources/dev/foreshock/junit/broken.yaml:6:22")
                .contains("6 |   web: { is: server, wrokers: 4, work: 10ms }")
                .contains("^^^^^^^ help: 'workers' exists; ");
    }

    static class Missing {
        @ScenarioTest("shopp.yaml")
        void test() {}
    }

    @Test
    void aFileThatIsNowhereIsToldWithThoseThatAreClose() {
        assertThat(refusal(Missing.class))
                .startsWith(
                        "the file shopp.yaml must be a resource beside Missing or at the root of the class path, or lie in ")
                .contains("'shop.yaml' exists; files are: ")
                .contains("src/test/resources/shop.yaml")
                .contains("; the library has ", "viral-promo-surge");
    }

    static class Unknown {
        @ScenarioTest("marketplace-prom")
        void test() {}
    }

    @Test
    void aNameThatTheLibraryHasNotIsToldWithThatItHas() {
        assertThat(refusal(Unknown.class)).contains("'marketplace-promo' exists");
    }

    static class Numbers {
        @ScenarioTest(
                value = "shop.yaml",
                seeds = {},
                replications = -1,
                scale = 0)
        void test() {}
    }

    @Test
    void allThatIsWrongWithAnAnnotationIsToldTogether() {
        assertThat(refusal(Numbers.class))
                .contains(
                        "seeds must have at least one, but were none; replications must be from 1 to 100000, or 0 for "
                                + "the usual number, but were -1; scale must be a positive number such as 0.5, but was 0.0");
    }

    static class Scaled {
        @ScenarioTest(value = "shop.yaml", scale = 0.25)
        void test() {}
    }

    @Test
    void aScaleThatWouldChangeWhatIsMeasuredIsRefused() {
        assertThat(refusal(Scaled.class)).contains("shop.yaml: ").contains("web");
    }

    static class OneOrAll {
        @ScenarioTest(value = "shop.yaml", replications = 2)
        void test(RunResult run, RunSet runs) {}
    }

    @Test
    void aMethodTakesOneReplicationOrAll() {
        assertThat(refusal(OneOrAll.class))
                .isEqualTo("a method with 2 replications must take a RunResult (called for each) or a RunSet (called "
                        + "once), but takes both");
    }

    static class NoRecord {
        @ScenarioTest(value = "shop.yaml", judge = Judge.RECORD)
        void test() {}
    }

    static class ChangedRecord {
        @ScenarioTest(value = "viral-promo-surge", judge = Judge.RECORD, variants = "alert")
        void test() {}
    }

    @Test
    void onlyARecordOfTheScenarioAsItIsCanBeJudged() {
        assertThat(refusal(NoRecord.class)).endsWith("src/test/resources/shop.yaml has none");
        assertThat(refusal(ChangedRecord.class)).endsWith("viral-promo-surge is changed");
    }

    static class NoScenario {
        @ScenarioTest("system.yaml")
        void test() {}
    }

    @Test
    void onlyAScenarioCanBeRun() {
        assertThat(refusal(NoScenario.class))
                .startsWith("only a scenario can be run, but ")
                .contains(" is a system; ");
    }
}
