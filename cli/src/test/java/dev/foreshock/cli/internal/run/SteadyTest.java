package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter that serves ten a second and is asked by eight. */
class SteadyTest {
    private static final String COUNTER = """
            foreshock: 1
            semantics: 2026.2
            scenario: counter
            clock: 2026-03-14T08:00Z .. +5h
            components:
              counter: { is: server, workers: 1, work: exponential(mean 100ms) }
            users:
              client: { enters: counter, visit: { pages: 1, think: 1s }, patience: 10m }
            traffic: { client: { usual: 8/s } }
            gates:
              quick: response-time.mean < 1s
              calm: crashes(counter) = 0
            """;

    @TempDir
    Path directory;

    private Console run(int exit, String text, String... more) throws IOException {
        Console console = new Console(directory);
        List<String> line = new ArrayList<>(List.of(
                "run",
                Files.writeString(directory.resolve("counter.yaml"), text).toString()));
        line.addAll(List.of(more));
        assertThat(console.run(line.toArray(String[]::new))).as(console.err()).isEqualTo(exit);
        return console;
    }

    @Test
    void theResultForProgramsIsAsPublishedAndNearWhatTheoryOfQueuesSays() throws IOException {
        String text = run(0, COUNTER, "--steady", "--json").out();
        JsonNode result = new ObjectMapper().readTree(text);
        assertThat(PublishedSchema.violations("steady-v1.json", text)).isEmpty();
        assertThat(PublishedSchema.violations("steady-v1.json", "{ \"schemaVersion\" : 1 }"))
                .isNotEmpty();
        assertThat(result.at("/measures/response-time.mean/value").asDouble()).isBetween(0.4, 0.6);
        assertThat(result.at("/measures/utilization(counter)/value").asDouble()).isBetween(0.77, 0.83);
        assertThat(result.at("/warmUp/method").asText()).isEqualTo("mser5");
        assertThat(result.at("/verdict").asText()).isEqualTo("passed");
        assertThat(result.at("/gates/0/name").asText()).isEqualTo("quick");
        assertThat(result.at("/gates/0/observed/value")).isEqualTo(result.at("/measures/response-time.mean/value"));
        assertThat(result.at("/notJudged/0/name").asText()).isEqualTo("calm");
        assertThat(result.at("/notJudged/0/reason").asText()).contains("grows with the length");
    }

    @Test
    void theTerminalSaysWhatWasDeletedAndWhatIsNotJudged() throws IOException {
        Console console = run(0, COUNTER, "--steady", "--warm-up", "10m", "--seed", "7");
        assertThat(console.out())
                .contains("steady run of 5h", "response-time.mean", "warm-up of 10m deleted (given), 20 batches")
                .contains("not judged: calm: crashes(counter) = 0: it grows with the length of the run")
                .contains("exit 0: passed, every gate holds that has a meaning in the long run");
        assertThat(console.out().lines().toList())
                .contains("report  " + directory.resolve("runs/counter-steady/report.html"));
    }

    @Test
    void filesAreWrittenThatSayTheSameAndHowToRunItAgain() throws Exception {
        Console console = run(0, COUNTER, "--steady", "--seed", "7", "--length", "5h", "--json", "--out", "kept");
        Path kept = directory.resolve("kept");

        assertThat(Console.names(kept))
                .containsExactlyInAnyOrder("result.json", "run.json", "junit.xml", "report.html");
        assertThat(kept.resolve("result.json")).hasContent(console.out());
        assertThat(kept.resolve("report.html")).content().contains("counter: ", "Batches over time");
        assertThat(kept.resolve("junit.xml")).content().contains("gate quick", "not judged: it grows");
        JsonNode run = new ObjectMapper().readTree(kept.resolve("run.json").toFile());
        assertThat(run.at("/command").asText())
                .endsWith("counter.yaml --seed 7 --steady --length 18000s")
                .startsWith("foreshock run ");
        assertThat(run.at("/rerun/steady/lengthSeconds").asInt()).isEqualTo(18_000);

        String[] again =
                run.at("/command").asText().replaceFirst("foreshock ", "").split(" ", -1);
        Console repeated = new Console(directory);
        assertThat(repeated.run(again)).isZero();
        assertThat(directory.resolve("runs/counter-steady/result.json"))
                .hasSameTextualContentAs(kept.resolve("result.json"));
    }

    @Test
    void theReportIsRenderedAnewToTheByte() throws IOException {
        run(0, COUNTER, "--steady", "--warm-up", "10m", "--seed", "7", "--out", "made");
        Console console = new Console(directory);
        assertThat(console.run("report", "made", "--out", "anew"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("report.html").doesNotContain("postmortem");
        assertThat(directory.resolve("anew/report.html"))
                .hasSameTextualContentAs(directory.resolve("made/report.html"));
        assertThat(Console.names(directory.resolve("anew"))).containsExactly("report.html");
    }

    @Test
    void whatTakesAScenarioSaysThatASteadyRunIsNone() throws IOException {
        run(0, COUNTER, "--steady", "--seed", "7");
        String made = directory.resolve("runs/counter-steady").toString();
        for (String command : List.of("run", "compare", "limit", "rehearse")) {
            Console console = new Console(directory);
            assertThat(console.run(command, made)).as(command).isEqualTo(3);
            assertThat(console.err())
                    .contains("foreshock: only a scenario ")
                    .contains("is the directory of a steady run of ")
                    .contains("counter.yaml: name that scenario instead")
                    .hasLineCount(1);
        }
        Console why = new Console(directory);
        assertThat(why.run("why", made)).isEqualTo(3);
        assertThat(why.err())
                .contains("run.json must be of replications, but is of a steady run of ")
                .hasLineCount(1);
    }

    @Test
    void itIsNoBaselineOfReplications() throws IOException {
        run(0, COUNTER, "--steady", "--seed", "7", "--out", "made");
        Console console = run(
                3,
                COUNTER.replace("gates:", "baseline: made/result.json\ngates:")
                        .replace("mean < 1s", "mean <= baseline"),
                "--replications",
                "1");
        assertThat(console.err()).contains("a baseline must be the result.json of a run", "is that of a steady run");
    }

    @Test
    void anInterruptedRunLeavesNothingHalfWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("counter.yaml"), COUNTER);
        Console console = new Console(directory);
        console.run("run", file.toString(), "--steady", "--length", "2h", "--out", "out");
        String earlier = Files.readString(directory.resolve("out/report.html"));

        console.interrupts.stop();
        assertThat(console.run("run", file.toString(), "--steady", "--seed", "8", "--out", "out"))
                .isEqualTo(130);
        assertThat(console.out()).isEmpty();
        assertThat(Console.names(directory.resolve("out")))
                .containsExactlyInAnyOrder("result.json", "run.json", "junit.xml", "report.html");
        assertThat(directory.resolve("out/report.html")).hasContent(earlier);
        assertThat(console.run("run", file.toString(), "--steady", "--out", "fresh"))
                .isEqualTo(130);
        assertThat(Console.names(directory.resolve("fresh"))).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAndAScenarioWithoutALongRunLeavesNothing() throws IOException {
        Files.writeString(directory.resolve("taken"), "");
        assertThat(run(2, COUNTER, "--steady", "--out", "taken").err())
                .contains("--out must be a directory that can be written");
        run(3, COUNTER + "faults:\n  outage: { at: +1m, lasts: 10s, on: counter, does: pause }\n", "--steady");
        assertThat(directory.resolve("runs")).doesNotExist();
    }

    @Test
    void aGateThatIsLostInTheLongRunDeviates() throws IOException {
        Console console = run(4, COUNTER.replace("mean < 1s", "mean < 300ms"), "--steady", "--seed", "7");
        assertThat(console.out()).contains("deviated").contains("exit 4: deviated, a gate does not hold");
    }

    @Test
    void aRunThatIsTooShortForOneMeasureDecidesNoGate() throws IOException {
        Console console = run(5, COUNTER, "--steady", "--length", "30m", "--seed", "7");
        assertThat(console.out().replaceAll("\\s+", " "))
                .contains(
                        "the run is too short for response-time.p95, utilization(counter), so no interval of it is to be trusted")
                .contains("exit 5: inconclusive, a gate is not decided; --length makes the run longer");
    }

    @Test
    void classesOfRequestsHaveMeasuresAndGatesOfTheirOwn() throws IOException {
        String text = COUNTER.replace("components:", "requests: { ask: {}, pay: {} }\ncomponents:")
                .replace("work: exponential(mean 100ms)", "work: 20ms, work-for: { pay: 200ms }")
                .replace("pages: 1,", "pages: 1, requests: { ask: 80%, pay: 20% },")
                .replace("quick: response-time.mean < 1s", "quick: response-time.p50(pay) > 190ms");
        JsonNode result = new ObjectMapper()
                .readTree(run(0, text, "--steady", "--warm-up", "10m", "--seed", "7", "--json")
                        .out());

        assertThat(result.at("/measures/response-time.mean(pay)/value").asDouble())
                .isGreaterThan(
                        result.at("/measures/response-time.mean(ask)/value").asDouble());
        assertThat(result.at("/gates/0/verdict").asText()).isEqualTo("passed");
        assertThat(result.at("/gates/0/observed/value").asDouble()).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void optionsOfReplicationsAreRefusedAndOptionsOfASteadyRunWithoutOne() throws IOException {
        assertThat(run(2, COUNTER, "--steady", "--replications", "5").err()).contains("takes no --replications");
        assertThat(run(2, COUNTER, "--warm-up", "5m").err()).contains("must be given with --steady");
    }

    @Test
    void aScenarioThatTakesACourseIsRefused() throws IOException {
        String fault = COUNTER + "faults:\n  outage: { at: +1m, lasts: 10s, on: counter, does: pause }\n";
        assertThat(run(3, fault, "--steady").err()).contains("a steady run must be", "faults.outage");
    }
}
