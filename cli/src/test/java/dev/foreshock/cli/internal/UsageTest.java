package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where a command line or a file is wrong: an exit code, a short message, a way out, and no run. */
class UsageTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run viral-promo-surge --replications 0",
                "run viral-promo-surge --replications many",
                "run viral-promo-surge --precision 0%",
                "run viral-promo-surge --precision 5",
                "run viral-promo-surge --budget soon",
                "run viral-promo-surge --replications 5 --precision 5%",
                "run viral-promo-surge --replications 5 --budget 5s",
                "run viral-promo-surge --threads 0",
                "run viral-promo-surge --scale 0",
                "run viral-promo-surge --scale 1/0",
                "run viral-promo-surge --scale big",
                "run viral-promo-surge --judge me",
                "run viral-promo-surge --color blue",
                "run viral-promo-surge --nonsense",
                "run real-burst --judge record",
                "compare",
                "compare viral-promo-surge --draws 0",
                "compare viral-promo-surge --budget soon",
                "compare viral-promo-surge --replications 0",
                "limit",
                "report",
                "limit viral-promo-surge --steps 0",
                "limit viral-promo-surge --precision 0",
                "limit viral-promo-surge --precision much",
                "check",
                "check x.yaml --format xml",
                "check x.yaml --json --format sarif",
                "explain E9",
                "explain E0201 nonsense",
                "schema",
                "schema nonsense",
                "completion",
                "completion csh",
                "nonsense"
            })
    void wrongUsageEndsWith2AndSaysHowToGoOn(String line) {
        Console console = new Console(directory);
        assertThat(console.run(line.split(" "))).isEqualTo(2);
        assertThat(console.err())
                .startsWith("foreshock: ")
                .containsAnyOf("--help", "Did you mean", "Possible solutions");
        assertThat(console.err().lines()).hasSizeLessThanOrEqualTo(4);
        assertThat(console.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "run,       compress=0,         must be a number from 1 to 1000000",
        "rehearse,  compress=0,         must be a number from 1 to 1000000",
        "rehearse,  compress=-60,       must be a number from 1 to 1000000",
        "rehearse,  compress=0.99,      must be a number from 1 to 1000000",
        "rehearse,  compress=NaN,       must be a number from 1 to 1000000",
        "rehearse,  compress=1e300,     must be a number from 1 to 1000000",
        "rehearse,  compress=Infinity,  must be a number from 1 to 1000000",
        "rehearse,  compress=1/60,      must be a number from 1 to 1000000",
        "rehearse,  scale=0,            must be a positive number such as 0.1 or 1/10",
        "rehearse,  scale=-1,           must be a positive number such as 0.1 or 1/10",
        "rehearse,  scale=NaN,          must be a positive number such as 0.1 or 1/10",
        "rehearse,  scale=1/0,          must be a positive number such as 0.1 or 1/10",
        "rehearse,  replications=0,     must be at least 1",
        "rehearse,  replications=-1,    must be at least 1",
        "rehearse,  replications=99999, must be at most 10000",
        "rehearse,  replications=1e3,   must be a whole number up to 2147483647",
        "rehearse,  seed=one,           must be a whole number of up to 18 digits",
        "rehearse,  warm=0s,            must lie between 1 ms and 7 days",
        "rehearse,  warm=-1s,           must be a length of time such as 500ms",
        "calibrate, for=0s,             must lie between 1 ms and 7 days",
        "calibrate, for=10,             must be a length of time such as 500ms",
        "calibrate, warm=soon,          must be a length of time such as 500ms",
        "calibrate, seed=0x1,           must be a whole number of up to 18 digits"
    })
    void aNumberThatDoesNotDoIsSaidWithItsOptionTheRuleAndWhatItWas(String command, String option, String rule) {
        Console console = new Console(directory);
        assertThat(console.run(command, "viral-promo-surge", "--" + option)).isEqualTo(2);
        int at = option.indexOf('=');
        assertThat(console.err())
                .startsWith("foreshock: ")
                .contains("--" + option.substring(0, at), rule, ", but was " + option.substring(at + 1) + "\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void whatAFactorMakesOfAScenarioIsSaidWithItsOption() throws Exception {
        Console console = new Console(directory);
        assertThat(console.run("rehearse", "viral-promo-surge", "--scale", "1/1000"))
                .isEqualTo(3);
        assertThat(console.err()).startsWith("foreshock: --scale must leave a sound scenario, but was 0.001: ");
        assertThat(Console.names(directory)).isEmpty();
    }

    @Test
    void aMisspelledCommandOrOptionIsRecognized() {
        Console console = new Console(directory);
        console.run("chekc", "x");
        assertThat(console.err()).contains("foreshock check");
        console.run("run", "x", "--replicatons", "2");
        assertThat(console.err()).contains("--replications");
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        Console console = new Console(directory);
        assertThat(console.run()).isEqualTo(2);
        assertThat(console.err())
                .contains("Usage: foreshock", "run", "check", "scenarios", "foreshock run viral-promo-surge");
    }

    @Test
    void helpAndVersionAreResults() {
        Console console = new Console(directory);
        assertThat(console.run("--version")).isZero();
        assertThat(console.out()).startsWith("foreshock ");
        assertThat(console.run("run", "--help")).isZero();
        assertThat(console.out()).contains("--replications", "Exit codes");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run viral-promo-surg",
                "run nowhere.yaml",
                "run viral-promo-surge --variant nope",
                "run viral-promo-surge --set web.wrkers=3",
                "run viral-promo-surge --scale 1/7",
                "check viral-promo-surge --set web.workers=none"
            })
    void anInvalidScenarioEndsWith3AndNothingRuns(String line) throws Exception {
        Console console = new Console(directory);
        assertThat(console.run(line.split(" "))).isEqualTo(3);
        assertThat(console.err() + console.out()).isNotBlank();
        assertThat(Console.names(directory)).isEmpty();
    }

    @Test
    void anUnknownScenarioGetsASuggestion() {
        Console console = new Console(directory);
        console.run("run", "viral-promo-surg");
        assertThat(console.err()).contains("'viral-promo-surge' exists");
    }

    @Test
    void anOutputDirectoryThatCannotBeWrittenIsFoundBeforeTheRun() throws Exception {
        Files.writeString(directory.resolve("file"), "");
        Console console = new Console(directory);
        assertThat(console.run("run", "viral-promo-surge", "--out", "file/below"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--out must be a directory that can be written, but was file/below");
    }
}
