package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal of another size, and in a part of its time. */
class TransformedRehearsalTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:12
            components:
              web: { is: server, workers: 4, work: 20ms, queue: 20 }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              client: { usual: 20/s }
            faults:
              slow: { at: +4s, lasts: 4s, on: web, does: { is: slow, by: x20 } }
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            gates:
              served: requests.succeeded >= 1
            """;

    @TempDir
    Path directory;

    @Test
    void whatItWasIsWrittenDownAndWhyAsksAboutThat() throws IOException {
        Rehearsing small = Rehearsing.of(directory, SCENARIO);
        Console console = small.console();
        int code = small.run("--one-process", "--scale", "2", "--compress", "2", "--replications", "2");
        assertThat(code).as(console.err()).isZero();
        assertThat(small.json("run.json").at("/rerun/scale").asDouble()).isEqualTo(2);
        assertThat(small.json("run.json").at("/rerun/compress").asDouble()).isEqualTo(2);
        assertThat(small.json("result.json").get("scale").asDouble()).isEqualTo(2);
        assertThat(small.json("rehearsal.json").get("scale").asDouble()).isEqualTo(2);
        assertThat(small.json("rehearsal.json").get("compress").asDouble()).isEqualTo(2);
        assertThat(console.out())
                .startsWith("small · in 1/2 of its time · rehearsed with real processes · scale 2 · seed ");
        assertThat(console.run("report", "out", "--out", "anew"))
                .as(console.err())
                .isZero();
        for (String name : new String[] {"report.html", "postmortem.md"}) {
            assertThat(directory.resolve("anew").resolve(name))
                    .as("what was predicted, and in which part of its time, is told anew")
                    .hasSameTextualContentAs(small.out().resolve(name))
                    .content()
                    .contains("in 1/2 of its time");
        }
        String file = small.file().toString();
        assertThat(console.run("why", "out", "--json", "--replications", "2"))
                .as(console.err())
                .isZero();
        assertThat(console.err())
                .contains("the run was a rehearsal")
                .as("no event of it is repeated, and nothing has changed")
                .doesNotContain("cannot be repeated");
        String ofPlayed = console.out();
        assertThat(console.run(
                        "run",
                        file,
                        "--scale",
                        "2",
                        "--no-full-size",
                        "--compress",
                        "2",
                        "--replications",
                        "2",
                        "--out",
                        "simulated"))
                .as(console.err())
                .isZero();
        assertThat(console.run("why", "simulated", "--json", "--replications", "2"))
                .isZero();
        assertThat(ofPlayed).isEqualTo(console.out());
        assertThat(console.run("why", file, "--json", "--replications", "2")).isZero();
        assertThat(ofPlayed).as("another size").isNotEqualTo(console.out());
    }
}
