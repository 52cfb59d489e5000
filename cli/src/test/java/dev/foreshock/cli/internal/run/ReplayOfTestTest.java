package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.engine.RunSet;
import dev.foreshock.junit.ScenarioFailedError;
import dev.foreshock.junit.ScenarioTest;
import dev.foreshock.reports.ReportFile;
import dev.foreshock.reports.RunContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The command that a failed {@link ScenarioTest} tells gives what the test was given, byte for byte, and ends with 4. */
class ReplayOfTestTest {
    private static final String SHOP = "../junit/src/test/resources/shop.yaml";
    private static final int DEVIATED = 4;

    private static final List<RunSet> GIVEN = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void forget() {
        GIVEN.clear();
    }

    static class OneReplication {
        @ScenarioTest(value = SHOP, seeds = 7, replications = 1, variants = "wave")
        void run(RunSet runs) {
            GIVEN.add(runs);
        }
    }

    static class Several {
        @ScenarioTest(
                value = SHOP,
                seeds = {3, -4},
                replications = 3,
                variants = "wave",
                sets = {"web.workers=5", "gates.calm=impact.longest <= 2m"})
        void run(RunSet runs) {
            GIVEN.add(runs);
        }
    }

    static class Scaled {
        @ScenarioTest(value = SHOP, replications = 2, variants = "wave", scale = 2)
        void run(RunSet runs) {
            GIVEN.add(runs);
        }
    }

    static class OfTheLibrary {
        @ScenarioTest(value = "viral-promo-surge", replications = 2)
        void run(RunSet runs) {
            GIVEN.add(runs);
        }
    }

    @Test
    void ofOneReplication() {
        assertReplayed(OneReplication.class, 1);
    }

    @Test
    void ofSeveralReplicationsOfEachSeedWithChanges() {
        assertReplayed(Several.class, 2);
    }

    @Test
    void ofAScaledSystem() {
        assertReplayed(Scaled.class, 1);
    }

    @Test
    void ofAScenarioThatHasARecord() {
        assertReplayed(OfTheLibrary.class, 1);
    }

    private void assertReplayed(Class<?> tests, int seeds) {
        List<ScenarioFailedError> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(tests))
                        .execute()
                        .testEvents()
                        .failed()
                        .stream()
                        .map(event -> (ScenarioFailedError) event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow())
                        .toList();
        assertThat(failures).hasSize(seeds);
        assertThat(GIVEN).hasSize(seeds);
        for (int i = 0; i < seeds; i++) {
            List<String> words = new ArrayList<>(words(failures.get(i).replay()));
            assertThat(words.remove(0)).isEqualTo("foreshock");
            words.add("--json");
            Console console = new Console(directory);
            assertThat(console.run(words.toArray(String[]::new)))
                    .as("%s%n%s", failures.get(i).replay(), console.err())
                    .isEqualTo(DEVIATED);
            assertThat(console.out().strip()).isEqualTo(json(GIVEN.get(i)).strip());
        }
    }

    /** The words are separated and quoted as the command quotes them. */
    private static List<String> words(String command) {
        return Arrays.stream(command.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1))
                .map(word -> word.replace("'", ""))
                .toList();
    }

    private static String json(RunSet runs) {
        RunContext nothing = new RunContext("", "", "", "", Instant.EPOCH, Duration.ZERO, 1, List.of(), null);
        return ReportFile.RESULT_JSON.render(runs, nothing);
    }
}
