package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that crashes under a burst, and whom nobody starts again. */
class StaysDownTest {
    private static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            scenario: left-alone
            clock: 2026-03-14T08:00Z .. +30m
            components:
              web: { is: server, workers: 5, work: 100ms, memory: { heap: 40MB, per-request: 1MB } }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 10s }
            traffic:
              u:
                usual: 10/s
                burst: { is: hold, from: "08:05", until: "08:06", rate: 200/s }
            gates: { served: success >= 99% }
            """;

    private static final String CLOSED = """
            foreshock: 1
            semantics: 2026.2
            scenario: left-closed
            clock: 2026-03-14T08:00Z .. +30m
            components:
              web: { is: server, workers: 50, work: 10ms }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 10s }
            traffic: { u: { usual: 10/s } }
            faults:
              cut: { at: +5m, on: web, does: errors }
            monitors:
              down: { watches: web, alert: success < 95% for 1m, pages: [ops] }
            responders: { ops: { reached-in: 1m } }
            runbook:
              mend: { by: ops, takes: 1m, do: [web.admit 25%, end cut] }
            gates: { served: success >= 99% }
            """;

    @TempDir
    Path directory;

    @Test
    void aServerThatNobodyStartsAgainIsSaidToBeDownAndNotToSustainItsOwnLoad() throws IOException {
        isSaid(SHOP, "web is still down when the run ends");
    }

    @Test
    void aServerThatLetsInAShareIsSaidToDoSoAndNotToSustainItsOwnLoad() throws IOException {
        isSaid(CLOSED, "web still lets in 25% of its users when the run ends");
    }

    private void isSaid(String scenario, String what) throws IOException {
        Console console = new Console(directory);
        Path file = Files.writeString(directory.resolve("left.yaml"), scenario);
        assertThat(console.run("run", file.toString(), "--replications", "2", "--out", "out"))
                .as(console.err())
                .isEqualTo(4);
        for (String told : new String[] {
            console.out().replaceAll("\\s+", " "), Files.readString(directory.resolve("out/postmortem.md"))
        }) {
            assertThat(told)
                    .contains(what)
                    .doesNotContain("metastable", "sustained it", "something else keeps it going");
        }
    }
}
