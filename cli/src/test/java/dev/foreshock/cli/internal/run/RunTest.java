package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import dev.foreshock.cli.internal.whatif.CompareTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock run} from the command line to the files, with the real library and engine. */
class RunTest {
    private static final String[] SHORT = {"run", "viral-promo-surge", "--replications", "1"};

    @TempDir
    Path directory;

    @Test
    void theIncidentIsToldAndItsFilesAreWritten() throws Exception {
        Console console = new Console(directory);
        assertThat(console.run("run", "viral-promo-surge", "--replications", "2"))
                .isIn(0, 4, 5);
        assertThat(console.out())
                .contains(
                        "MODEL",
                        "SYSTEM",
                        "<- trigger",
                        "<- saturated",
                        "<- failed",
                        "restart did not help",
                        "incident.end",
                        "n",
                        "exit ")
                .contains("next    foreshock compare viral-promo-surge   # tries 5 variants, alone and together")
                .doesNotContain("\u001b");
        assertThat(Console.names(directory.resolve("runs/viral-promo-surge")))
                .containsExactlyInAnyOrder("result.json", "run.json", "junit.xml", "report.html", "postmortem.md");
    }

    @Test
    void jsonIsAllThatStandardOutputGetsAndNoDirectoryIsMade() throws Exception {
        Console console = new Console(directory);
        console.run(with("--json"));
        assertThat(console.out()).startsWith("{\n").endsWith("}\n").contains("\"schemaVersion\" : 1");
        assertThat(Console.names(directory)).isEmpty();
    }

    @Test
    void theResultIsTheSameOnAnyNumberOfThreadsAndInTheFile() throws Exception {
        Console console = new Console(directory);
        console.run("run", "real-burst", "--replications", "3", "--threads", "1", "--json", "--out", "one");
        String first = console.out();
        console.run("run", "real-burst", "--replications", "3", "--threads", "3", "--json");
        assertThat(console.out()).isEqualTo(first);
        assertThat(directory.resolve("one/result.json")).hasContent(first);
    }

    @Test
    void aRunWarnsOfWhatItUsesAndAComparisonOfEveryVariant() throws Exception {
        String file = Files.writeString(
                        directory.resolve("shop.yaml"),
                        CompareTest.SHOP.replace("set: { web.queue: 40 }", "set: { web.blocking: no }"))
                .toString();
        assertThat(warned("run", file, "--replications", "1")).doesNotContain("W0518");
        assertThat(warned("why", file, "--replications", "1")).doesNotContain("W0518");
        assertThat(warned("run", file, "--replications", "1", "--variant", "longer"))
                .contains("warning[W0518]: 'blocking' of 'web' has no effect");
        assertThat(warned("compare", file, "--replications", "1", "--draws", "2"))
                .contains("warning[W0518]: in variant 'longer', 'blocking' of 'web' has no effect");
        assertThat(warned("check", file))
                .as("a check is of all that is written")
                .contains("W0518");
    }

    /** Returns all that a command printed. */
    private String warned(String... command) {
        Console console = new Console(directory);
        console.run(command);
        return console.err() + console.out();
    }

    @Test
    void aVariantIsJudgedByTheGates() {
        Console console = new Console(directory);
        assertThat(console.run(with("--variant", "capacity"))).isZero();
        assertThat(console.out())
                .contains("no impact", "holds: 3 of 3 gates", "every gate holds")
                .doesNotContain("--variant capacity");
    }

    @Test
    void whatARunChangedIsSaidWhereverItIsToldAndAnOutageThatGoesOnIsALeast() throws Exception {
        Console console = new Console(directory);
        console.run(with("--variant", "admission", "--set", "db.pool=121", "--out", "changed"));
        String changes = "with admission, with db.pool=121";
        assertThat(console.out()).contains(" · " + changes + " · ", "outage total at least");
        assertThat(Files.readString(directory.resolve("changed/postmortem.md")))
                .contains(
                        "Not as the file has it: this is what happens " + changes + ".", "**Outage total, at least**");
        assertThat(Files.readString(directory.resolve("changed/report.html"))).contains(changes);
    }

    @Test
    void judgeOverridesWhatDecides() {
        Console console = new Console(directory);
        assertThat(console.run(with("--judge", "gates", "--quiet"))).isEqualTo(4);
        assertThat(console.out().lines()).hasSize(1);
        assertThat(console.err()).isEmpty();
    }

    @Test
    void aScenarioWithoutClaimsPassesWithAWarning() throws Exception {
        String head = "foreshock: 1\nsemantics: 2026.1\n";
        Files.writeString(
                directory.resolve("system.yaml"),
                head
                        + "system: tiny\ncomponents: { web: { is: server, workers: 2, work: exponential(mean 100ms) } }\n");
        Path file = directory.resolve("tiny.yaml");
        Files.writeString(file, head + """
                scenario: tiny
                system: { from: system.yaml }
                clock: 2026-03-14T08:00Z .. 08:10
                users: { visitor: { enters: web, visit: { pages: 1, think: 1s } } }
                traffic: { visitor: { usual: 5/s } }
                """);
        Console console = new Console(directory);
        assertThat(console.run("run", file.toString())).isZero();
        assertThat(console.out()).contains("nothing is judged", "as nothing is claimed");
        assertThat(console.err()).contains("nothing was judged");
    }

    private String close(String gate) throws IOException {
        String head = "foreshock: 1\nsemantics: 2026.1\n";
        Files.writeString(
                directory.resolve("system.yaml"),
                head
                        + "system: tiny\ncomponents: { web: { is: server, workers: 100, work: exponential(mean 100ms) } }\n");
        Path file = directory.resolve("close.yaml");
        Files.writeString(file, head + """
                scenario: close
                system: { from: system.yaml }
                clock: 2026-03-14T08:00Z .. 08:10
                users: { visitor: { enters: web, visit: { pages: 1, think: 1s } } }
                traffic: { visitor: { usual: 5/s } }
                gates: { quick: GATE }
                """.replace("GATE", gate));
        return file.toString();
    }

    @Test
    void aGateOnItsLimitIsLookedAtUntilTheBudgetIsSpent() throws Exception {
        Console console = new Console(directory);
        assertThat(console.run("run", close("response-time.mean <= 100ms"), "--budget", "0.05s", "--out", "out"))
                .isEqualTo(5);
        assertThat(console.out())
                .contains(
                        "replications (budget)",
                        "as the next does not fit into the budget",
                        "--budget 0.200s looks further");
        JsonNode json =
                new JsonMapper().readTree(directory.resolve("out/result.json").toFile());
        assertThat(json.at("/ended/by").asText()).isEqualTo("budget");
        assertThat(json.at("/replications").asInt())
                .isEqualTo(20 << (json.at("/ended/looks").asInt() - 1));
        for (String file : new String[] {"report.html", "postmortem.md"}) {
            assertThat(Files.readString(directory.resolve("out").resolve(file)))
                    .contains("does not fit into the budget");
        }
        assertThat(Files.readString(directory.resolve("out/run.json"))).contains("--seed 1177 --budget 0.050s\"");
    }

    @Test
    void aClearGateLooksAsIfTwentyReplicationsHadBeenAskedFor() throws Exception {
        Console looking = new Console(directory);
        Console fixed = new Console(directory);
        String file = close("response-time.mean <= 200ms");
        assertThat(looking.run("run", file, "--json")).isZero();
        assertThat(fixed.run("run", file, "--json", "--replications", "20")).isZero();
        ObjectNode json = (ObjectNode) new JsonMapper().readTree(looking.out());
        assertThat(json.remove("ended").toString()).isEqualTo("{\"by\":\"decided\",\"looks\":1,\"confidence\":0.975}");
        assertThat(json).isEqualTo(new JsonMapper().readTree(fixed.out()));
    }

    @Test
    void aPrecisionEndsAsSoonAsTheIntervalIsNarrow() throws Exception {
        Console console = new Console(directory);
        assertThat(console.run("run", close("response-time.mean <= 100ms"), "--precision", "1.5%", "--json"))
                .isEqualTo(5);
        JsonNode json = new JsonMapper().readTree(console.out());
        assertThat(json.at("/ended/by").asText()).isEqualTo("precise");
        JsonNode observed = json.at("/gates/0/observed");
        assertThat(observed.path("high").asDouble() - observed.path("low").asDouble())
                .isLessThanOrEqualTo(2 * 0.015 * observed.path("value").asDouble());
    }

    @Test
    void aRunThatIsInterruptedBeforeAnythingWasKnownWritesNothing() throws Exception {
        Console console = new Console(directory);
        console.interrupts.stop();
        assertThat(console.run(with("--out", "out"))).isEqualTo(130);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains("interrupted; nothing was known yet");
        assertThat(Console.names(directory.resolve("out"))).isEmpty();
    }

    @Test
    void anInterruptedRunTellsAndWritesWhatItsCompleteReplicationsSay() throws Exception {
        Console console = new Console(directory, true, Map.of("NO_COLOR", "1"));
        console.interruptAt("  1 of 500 replications");
        assertThat(console.run("run", "viral-promo-surge", "--replications", "500", "--threads", "1", "--out", "out"))
                .isEqualTo(130);
        assertThat(console.out())
                .contains("1 replication (n=1) (interrupted)", "The run was interrupted: these are the")
                .contains("exit 130: interrupted, after 1 replication; by then passed");
        assertThat(console.err()).contains("interrupted; this is what was known by then");
        String json = Files.readString(directory.resolve("out/result.json"));
        assertThat(PublishedSchema.violations("result-v1.json", json)).isEmpty();
        assertThat(new JsonMapper().readTree(json).at("/ended/by").asText()).isEqualTo("interrupted");
        assertThat(directory.resolve("out/postmortem.md")).content().contains("The run was interrupted");
        assertThat(directory.resolve("out/report.html")).content().contains("The run was interrupted");
    }

    @Test
    void whatAnEarlierResultLeftInItsDirectoryGoesAndNothingElse() throws Exception {
        Path out = Files.createDirectories(directory.resolve("out"));
        for (String name : new String[] {"rehearsal.json", "forecast.json", "comparison.json", "notes.txt"}) {
            Files.writeString(out.resolve(name), "of an earlier one");
        }
        Console refused = new Console(directory);
        assertThat(refused.run(with("--out", "out", "--scale", "1/7"))).isEqualTo(3);
        assertThat(Console.names(out)).as("a refused run takes nothing away").hasSize(4);
        new Console(directory).run(with("--out", "out"));
        assertThat(Console.names(out))
                .containsExactlyInAnyOrder(
                        "notes.txt", "result.json", "run.json", "junit.xml", "report.html", "postmortem.md");
        Path counter = Files.writeString(directory.resolve("counter.yaml"), SteadyTest.COUNTER);
        assertThat(new Console(directory).run("run", counter.toString(), "--steady", "--out", "out"))
                .isZero();
        assertThat(Console.names(out))
                .as("a steady run has no postmortem")
                .containsExactlyInAnyOrder("notes.txt", "result.json", "run.json", "junit.xml", "report.html");
    }

    @Test
    void colorsFollowTheTerminalUnlessTold() {
        Console terminal = new Console(directory, true, Map.of());
        terminal.run(with());
        assertThat(terminal.out()).contains("\u001b[");
        Console sober = new Console(directory, true, Map.of("NO_COLOR", "1"));
        sober.run(with());
        assertThat(sober.out()).doesNotContain("\u001b[");
        Console told = new Console(directory);
        told.run(with("--color", "always"));
        assertThat(told.out()).contains("\u001b[");
    }

    @Test
    void theCommandInTheFileRepeatsTheRun() throws Exception {
        Console console = new Console(directory);
        console.run(with("--seed", "7", "--set", "web.workers=11", "--out", "a b"));
        String json = Files.readString(directory.resolve("a b/run.json"), StandardCharsets.UTF_8);
        assertThat(json).contains("foreshock run viral-promo-surge --set web.workers=11 --seed 7 --replications 1");
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(SHORT), Stream.of(more)).toArray(String[]::new);
    }
}
