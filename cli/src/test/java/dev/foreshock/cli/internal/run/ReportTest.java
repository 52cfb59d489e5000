package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code foreshock report}: what people read, made anew from what programs read. */
class ReportTest {
    @TempDir
    Path directory;

    @Test
    void aReportIsRenderedAnewToTheByteFromTheFilesForPrograms() {
        Console console = new Console(directory);
        console.run("run", "viral-promo-surge", "--replications", "2", "--out", "made");
        assertThat(console.run("report", "made", "--out", "anew")).isZero();
        assertThat(console.out()).contains("report.html", "postmortem.md");
        requireSame("report.html");
        requireSame("postmortem.md");
    }

    @Test
    void whatARunChangedAboutItsFileIsTold() {
        Console console = new Console(directory);
        console.run("run", "retry-storm", "--variant", "retry-budget", "--replications", "1", "--out", "made");
        assertThat(console.run("report", "made", "--out", "anew")).isZero();
        requireSame("report.html");
        requireSame("postmortem.md");
        assertThat(directory.resolve("anew/report.html")).content().contains("with retry-budget");
    }

    @Test
    void whatWouldHavePreventedItIsRenderedAnewToo() {
        Console console = new Console(directory);
        console.run("compare", "viral-promo-surge", "--no-pairs", "--draws", "3", "--budget", "4s", "--out", "made");
        assertThat(console.run("report", "made", "--out", "anew")).isZero();
        requireSame("report.html");
        requireSame("postmortem.md");
        assertThat(directory.resolve("anew/postmortem.md"))
                .content()
                .contains("## Corrective measures", "capacity")
                .contains("## Root cause", "**Trigger**", "**What had no more room first**", "**What failed**")
                .contains("**capacity**: changes web, which had no more room first and failed; ");
        assertThat(directory.resolve("anew/report.html"))
                .content()
                .contains("aria-label=\"scale of the outage total\"")
                .hasSizeLessThan(1_500_000);
    }

    @Test
    void aComparisonThatContradictsItselfOrIsOfAnotherScenarioIsRefused() throws Exception {
        Console made = new Console(directory);
        made.run("compare", "viral-promo-surge", "--no-pairs", "--draws", "3", "--budget", "1s", "--out", "made");
        Path file = directory.resolve("made/comparison.json");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replaceFirst("\"cheapestSufficient\" : [^,]+,", "\"cheapestSufficient\" : \"as it happened\","));
        Console contradiction = new Console(directory);
        assertThat(contradiction.run("report", "made")).isEqualTo(3);
        assertThat(contradiction.err())
                .contains("/cheapestSufficient must be the name of one of the variants that passed")
                .hasLineCount(1);

        Files.writeString(file, text.replaceFirst("\"scenario\" : \"[^\"]+\"", "\"scenario\" : \"other\""));
        Console other = new Console(directory);
        assertThat(other.run("report", "made")).isEqualTo(3);
        assertThat(other.err())
                .contains("/scenario must be that of result.json, viral-promo-surge, but was other")
                .hasLineCount(1);
    }

    @Test
    void resultJsonAloneIsEnoughForTheStory() throws Exception {
        Console console = new Console(directory);
        console.run("run", "real-burst", "--replications", "1", "--out", "made");
        Files.delete(directory.resolve("made/run.json"));
        assertThat(console.run("report", "made")).isZero();
        assertThat(Files.readString(directory.resolve("made/report.html"))).contains("the circumstances were not kept");
    }

    @Test
    void aDirectoryWithoutAResultIsNoRun() {
        Console console = new Console(directory);
        assertThat(console.run("report", "nowhere")).isEqualTo(3);
        assertThat(console.err()).contains("must be a directory with a result.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "null",
                "{\"schemaVersion\": 2}",
                "{\"schemaVersion\": 1}",
                "{\"schemaVersion\": 1, \"exemplar\": 3}",
                "{\"schemaVersion\": 1, \"exemplar\": {}, \"clock\": {\"start\": \"noon\", \"lengthSeconds\": 1}}"
            })
    void aFileThatForeshockDoesNotWriteIsRefusedInOneLine(String text) throws Exception {
        Files.writeString(directory.resolve("result.json"), text);
        Console console = new Console(directory);
        assertThat(console.run("report", ".")).as(console.err()).isEqualTo(3);
        assertThat(console.err().lines()).hasSize(1);
        assertThat(console.err()).contains("must ");
    }

    @Test
    void anEditedChangeOfAMeasureIsRefusedInOneLine() throws Exception {
        Console made = new Console(directory);
        made.run("run", "real-burst", "--replications", "1", "--out", "made");
        Path run = directory.resolve("made/run.json");
        String text = Files.readString(run);
        for (String edited :
                new String[] {"{\"a\": 3}", "{\"a\": [3]}", "{\"a\": [{}]}", "{\"a\": [{\"setting\": 3}]}"}) {
            Files.writeString(run, text.replaceFirst("\"changes\" : \\{ ?\\}", "\"changes\" : " + edited));
            Console console = new Console(directory);
            assertThat(console.run("report", "made")).as(console.err()).isEqualTo(3);
            assertThat(console.err())
                    .contains("run.json: /changes/a")
                    .contains("must be")
                    .hasLineCount(1);
        }
    }

    private void requireSame(String name) {
        assertThat(directory.resolve("anew").resolve(name))
                .hasSameTextualContentAs(directory.resolve("made").resolve(name));
    }
}
