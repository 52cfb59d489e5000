package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large shop in half its size stands for itself; a small one does not, and is refused by name. */
class ScaledRunTest {
    /** 400 workers of 100 ms serve 4 000 page views a second; 4 800 want one for two minutes. */
    private static final String LARGE = """
            foreshock: 1
            semantics: 2026.2
            scenario: large-shop
            clock: 2026-03-14T08:00Z .. +6m
            components:
              web: { is: server, workers: 400, work: exponential(mean 100ms), queue: 2000 }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic: { u: { usual: 1000/s, rush: { is: hold, from: "08:02", until: "08:04", rate: 3800/s } } }
            gates: { affected: users.affected <= 50%, fast: response-time.p50 <= 2s }
            """;

    @TempDir
    Path directory;

    private Console run(int exit, String text, String... more) throws IOException {
        Console console = new Console(directory);
        List<String> line = new ArrayList<>(List.of(
                "run", Files.writeString(directory.resolve("shop.yaml"), text).toString(), "--out", "out"));
        line.addAll(List.of(more));
        assertThat(console.run(line.toArray(String[]::new)))
                .as(console.out() + console.err())
                .isEqualTo(exit);
        return console;
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(Files.readString(directory.resolve("out/result.json")));
    }

    @Test
    void aLargeSystemInHalfItsSizeSaysHowFarItIsOffTheFullSize() throws IOException {
        Console console = run(0, LARGE, "--scale", "1/2", "--replications", "3");

        assertThat(console.err()).contains("one replication of the full size is run as well", "2 times as long");
        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("scale 1:2 (against 1:1: ", "off one run of the full size: users.affected");
        JsonNode full = result().get("fullSize");
        assertThat(full.at("/differences"))
                .extracting(gap -> gap.get("measure").asText())
                .containsExactly("users.affected", "impact.total", "success", "response-time.p50");
        JsonNode affected = full.at("/differences/0");
        double off = Math.abs(
                affected.get("full").asDouble() - affected.get("sampled").asDouble());
        assertThat(off).isLessThan(0.02);
        assertThat(affected.get("chance").asDouble()).isPositive();
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains("scale 1:2 (against 1:1: ", "off one run of the full size");
    }

    @Test
    void theRunOfTheFullSizeCanBeLeftOut() throws IOException {
        Console console = run(0, LARGE, "--scale", "1/2", "--replications", "1", "--no-full-size");

        assertThat(console.out()).contains("scale 1:2 ·").doesNotContain("against 1:1");
        assertThat(result().has("fullSize")).isFalse();
    }

    @Test
    void whereQueueingNoiseMattersTheScaleIsRefusedWithTheComponentAndOneThatWouldDo() throws IOException {
        Console console = run(3, LARGE, "--scale", "1/20");

        assertThat(console.err())
                .contains("the 400 of web.workers become 20", "22 % of itself", "in place of 5 %", "0.25 would do");
        assertThat(directory.resolve("out/result.json")).doesNotExist();
    }

    @Test
    void aTenthOfTheReferenceIncidentIsRefused() {
        Console console = new Console(directory);

        assertThat(console.run("run", "viral-promo-surge", "--scale", "1/10")).isEqualTo(3);
        assertThat(console.err())
                .contains("the 10 of web.workers become 1,", "100 % of itself", "in place of 32 %", "0.8 would do");
    }

    @Test
    void aScaleIsNoChangeOfTheScenarioButDoesNotSpeakForTheRecordByItself() throws IOException {
        String text = LARGE.replace("gates:", "record: { most: users.affected <= 90% }\ngates:");
        Console console = run(0, text, "--scale", "1/2", "--replications", "1", "--no-full-size");

        assertThat(console.err()).contains("judged by the record in spite of --scale");
    }
}
