package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A story that is played in a fraction of its time, as a rehearsal would predict it. */
class CompressedRunTest {
    private static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            scenario: shop
            clock: 2026-03-14T08:00Z .. +60m
            components:
              web: { is: server, workers: 4, work: exponential(mean 50ms), queue: 100 }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic: { u: { usual: 20/s, rush: { is: hold, from: "08:20", until: "08:40", rate: 200/s } } }
            record: { most: users.affected <= 90% }
            gates: { bad: impact.total >= 1s }
            """;

    @TempDir
    Path directory;

    private Console console;
    private String file;

    @BeforeEach
    void write() throws IOException {
        console = new Console(directory);
        file = Files.writeString(directory.resolve("shop.yaml"), SHOP).toString();
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve("out").resolve(name).toFile());
    }

    @Test
    void aCompressedStoryTakesAFractionOfItsTimeAndSaysSo() throws IOException {
        int code = console.run("run", file, "--compress", "30", "--replications", "2", "--out", "out");
        assertThat(code).as(console.out() + console.err()).isZero();
        assertThat(console.out())
                .contains("shop · in 1/30 of its time · 2m 00s simulated")
                .contains("bad")
                .doesNotContain("judged by the record");
        assertThat(json("run.json").at("/rerun/compress").asDouble()).isEqualTo(30);
        assertThat(json("run.json").get("command").asText()).contains("--compress 30");
        assertThat(json("result.json").at("/requests/offered/value").asDouble())
                .as("rates stay, so there are as many fewer requests")
                .isBetween(0.5 * (80 * 20 + 40 * 200), 2.0 * (80 * 20 + 40 * 200));
    }

    @Test
    void whyAsksAboutTheStoryAsItWasPlayed() {
        console.run("run", file, "--compress", "30", "--replications", "2", "--out", "out");
        int code = console.run("why", "out");
        assertThat(code).as(console.out() + console.err()).isZero();
        assertThat(console.err()).doesNotContain("cannot be repeated as it was");
    }

    @Test
    void theRecordIsAboutTheFullLength() {
        assertThat(console.run("run", file, "--compress", "30", "--judge", "record"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--judge record needs the story in full length");
    }

    @Test
    void whatIsNoCompressionIsRefused() {
        assertThat(console.run("run", file, "--compress", "0.5")).isEqualTo(2);
        assertThat(console.err())
                .contains(
                        "'--compress': must be a number from 1 to 1000000, such as 60 for a minute of an hour, but was 0.5");
        assertThat(console.run("run", file, "--compress", "2", "--steady")).isEqualTo(2);
        assertThat(console.err()).contains("--compress");
    }
}
