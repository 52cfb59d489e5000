package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate over a step that a measure makes unnecessary. */
class ConditionalGateTest {
    /** Somebody restarts a server that crashes of too many users; with more of it nobody is called. */
    private static final String CRASHING = """
            foreshock: 1
            semantics: 2026.2
            scenario: crashing
            clock: 2026-03-14T08:00Z .. +20m
            components:
              web: { is: server, workers: 5, work: 100ms, memory: { heap: 120MiB, per-request: 2MiB }, restart: { takes: 10s } }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 10s }
            traffic: { u: { usual: 60/s } }
            monitors:
              down: { watches: web, every: 10s, alert: success < 95% for 20s, pages: [on-call] }
            responders: { on-call: { reached-in: 1m } }
            runbook:
              restart: { by: on-call, takes: 1m, do: [restart web] }
            gates: { afterwards: success after restart >= 95%GATE }
            variants:
              double: { set: { web.replicas: 2 }, costs: { days: 2 } }
            """;

    @TempDir
    Path directory;

    private Console compare(String more) throws IOException {
        Path file = Files.writeString(directory.resolve("crashing.yaml"), CRASHING.replace("GATE", more));
        Console console = new Console(directory);
        console.run("compare", file.toString());
        return console;
    }

    @Test
    void cannotBeJudgedWhereTheStepIsNotNeeded() throws IOException {
        assertThat(compare("").out().replaceAll("\\s+", " "))
                .contains("double cannot be judged: afterwards is not observed in 100 % of draws; write 'if observed'")
                .contains("exit 3: a gate could not be evaluated");
    }

    @Test
    void holdsThereIfItSaysSo() throws IOException {
        assertThat(compare(" if observed").out())
                .containsPattern("double +passed")
                .contains("exit 0: a set of measures suffices");
    }

    /** Requests are counted by whole minutes, unless the file says otherwise. */
    @Test
    void whereNoWholeWindowFitsTheGateTheWindowAndTheTimeAreNamed() throws IOException {
        Path file = Files.writeString(
                directory.resolve("crashing.yaml"),
                CRASHING.replace("success after restart >= 95%GATE", "success within 30s after restart >= 1%")
                        .replace("web.replicas: 2", "responders.on-call.reached-in: 90s"));
        Console console = new Console(directory);
        int code = console.run("compare", file.toString(), "--out", "out");
        String why = "requests are counted by windows of 1m, and no whole one lies in the 30s that it is about;"
                + " have them counted by a shorter time, define: { impact: { window: 10s } }, or make that time longer";
        assertThat(code).as(console.err()).isEqualTo(3);
        assertThat(console.out().replaceAll("\\s+", " "))
                .as(console.err())
                .contains("double cannot be judged: afterwards is not observed in 100 % of draws: " + why)
                .doesNotContain("if observed");
        String json = Files.readString(directory.resolve("out").resolve("comparison.json"));
        assertThat(PublishedSchema.violations("comparison-v1.json", json)).isEmpty();
        assertThat(json).contains("\"why\" : \"" + why + "\"");
        assertThat(Files.readString(directory.resolve("out").resolve("postmortem.md")))
                .as("read from the file again")
                .contains("no whole one lies in the 30s");
    }
}
