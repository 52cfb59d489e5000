package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is explained of a rehearsal is the model that predicted it. What it takes decides nothing. */
class WhyOfRehearsalTest {
    /** Calls that a latency holds to its end come in time only where it lets go of them. */
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:06
            components:
              web: { is: server, workers: 200, work: 2ms, calls: { db: { timeout: 1s } } }
              db: { is: server, workers: 200, work: 2ms }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s }, patience: 3s }
            traffic:
              client: { usual: 20/s }
            faults:
              late: { at: +1s, lasts: 2s, on: web.db, does: { is: latency, adds: 10s } }
            define:
              impact: { window: 500ms, for: 500ms, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 1
            """;

    private static final String RELEASED = "faults.late.does.at-end=release";

    @TempDir
    Path directory;

    @Test
    void aLatencyThatAProxyCarriesOutLetsGoOfWhatItHoldsThereToo() throws IOException {
        Rehearsing small = Rehearsing.of(directory, SCENARIO);
        Console console = small.console();
        assertThat(small.run("--one-process", "--replications", "2"))
                .as(console.err())
                .isZero();
        String file = small.file().toString();
        String explained = why(console, "out");
        assertThat(console.err())
                .contains(
                        "what is explained is its simulation, in which a proxy lets go of what it holds when its fault ends");
        assertThat(explained).isEqualTo(why(console, file, "--set", RELEASED)).isNotEqualTo(why(console, file));
        assertThat(console.run("run", file, "--replications", "2", "--out", "simulated"))
                .isZero();
        assertThat(why(console, "simulated")).as("a run keeps them").isEqualTo(why(console, file));
        assertThat(Files.readString(small.out().resolve("postmortem.md")))
                .contains(
                        "of the simulation by which it was predicted. DIR is the directory of this file:",
                        " why DIR\n");
        assertThat(Files.readString(directory.resolve("simulated/postmortem.md")))
                .contains(" why " + file + "\n")
                .doesNotContain("DIR");
    }

    private static String why(Console console, String... what) {
        List<String> command = new ArrayList<>(List.of("why"));
        command.addAll(List.of(what));
        command.addAll(List.of("--json", "--replications", "2"));
        assertThat(console.run(command.toArray(String[]::new)))
                .as(console.err())
                .isZero();
        return console.out();
    }
}
