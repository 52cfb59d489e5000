package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import dev.foreshock.engine.describe.Influence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop with room for 50 requests a second, to which 40 come. A promo brings one more a second, and is blamed; a batch brings 30 more,
 * and is not.
 */
public class WhyTest {
    public static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            scenario: little-shop
            clock: 2026-03-14T08:00Z .. +30m
            components:
              web: { is: server, workers: 10, work: 100ms, queue: 50, calls: { queries: { to: db } } }
              db: { is: database, pool: 1000, query: 100ms }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic:
              u:
                usual: 40/s
                promo: { is: step, at: "08:10", rate: 1/s }
                batch: { is: step, at: "08:10", rate: 30/s }
            gates: { served: success >= 99% }
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("shop.yaml"), SHOP);
    }

    private Console run(int exit, String... line) {
        Console console = new Console(directory);
        assertThat(console.run(line)).as(console.err()).isEqualTo(exit);
        return console;
    }

    @Test
    void whatKeepsTheImpactDownIsNoCauseAndHasNoShareAndWarningsAreShown() throws Exception {
        Path file = Files.writeString(
                directory.resolve("shop.yaml"),
                CompareTest.SHOP.replace("knobs:", "knobs:\n  idle: { is: 3, range: 1 .. 5, basis: chosen }"));
        Console console = new Console(directory);
        console.run("why", file.toString(), "--replications", "2");

        assertThat(console.out())
                .containsPattern("helps +web.queue ")
                .contains("what makes it worse to take away is no cause")
                .doesNotContain("worse without", "-1019 %");
        Console run = new Console(directory);
        run.run("run", file.toString(), "--replications", "1");
        assertThat(run.err()).as("there is something to warn of").contains("warning[");
        assertThat(console.err()).contains(run.err().lines().findFirst().orElseThrow());
    }

    @Test
    void whatIsBlamedAndIsNotTheCauseIsExposed() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(run(0, "why", file.toString(), "--json", "--replications", "3")
                        .out());

        assertThat(PublishedSchema.violations("why-v1.json", json.toString())).isEmpty();
        assertThat(PublishedSchema.unnoticed("why-v1.json", json.toString())).isEmpty();
        assertThat(json.at("/interrupted").asBoolean()).isFalse();
        assertThat(json.toString()).contains("traffic.u.batch").contains("traffic.u.promo");
        String told = run(0, "why", file.toString(), "--replications", "3").out();
        assertThat(told.lines().filter(line -> line.contains("traffic.u.batch")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("100 %"));
        assertThat(told.lines().filter(line -> line.startsWith("no difference")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("db.pool"));
    }

    @Test
    void aRunIsExplainedAsItWasMade() throws IOException {
        run(
                4,
                "run",
                file.toString(),
                "--replications",
                "2",
                "--seed",
                "9",
                "--without",
                "traffic.u.promo",
                "--out",
                "past");

        Console console = run(0, "why", "past", "--replications", "2");

        assertThat(console.out()).contains("seed 9").contains("without traffic.u.promo");
        assertThat(console.err()).doesNotContain("cannot be repeated");
        Files.writeString(file, SHOP.replace("usual: 40/s", "usual: 41/s"));
        assertThat(run(0, "why", "past", "--replications", "2").err()).contains("the run cannot be repeated as it was");
    }

    @Test
    void whereNothingBrokeThereIsNothingToExplain() {
        Console console = run(0, "why", file.toString(), "--without", "traffic.u.batch", "--replications", "2");

        assertThat(console.out()).contains("no impact");
    }

    @Test
    void theFileForProgramsFollowsItsSchemaWhereThereIsNothingToExplainToo() throws IOException {
        String text = run(0, "why", file.toString(), "--json", "--without", "traffic.u.batch", "--replications", "2")
                .out();

        assertThat(PublishedSchema.violations("why-v1.json", text)).isEmpty();
        assertThat(new ObjectMapper().readTree(text).at("/without/0").asText()).isEqualTo("traffic.u.batch");
        assertThat(PublishedSchema.violations("why-v1.json", "{ \"schemaVersion\" : 1 }"))
                .isNotEmpty();
    }

    @Test
    void theFileForProgramsKnowsEveryKindOfCause() throws IOException {
        Files.writeString(
                file, SHOP + "faults: { cut: { at: +10m, lasts: 5m, on: db, does: { is: refused, calls: 50% } } }\n");
        String text =
                run(0, "why", file.toString(), "--json", "--replications", "2").out();

        assertThat(PublishedSchema.violations("why-v1.json", text)).isEmpty();
        assertThat(new ObjectMapper().readTree(text).findValuesAsText("kind")).contains("fault");
        assertThat(new ObjectMapper()
                        .readTree(
                                PublishedSchema.DIRECTORY.resolve("why-v1.json").toFile())
                        .at("/definitions/cause/properties/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(Stream.of(Influence.values())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    @Test
    void interruptedItTellsWhatWasKnown() throws IOException {
        String[] line = {"why", file.toString(), "--replications", "40", "--color", "never"};
        Console console = new Console(directory, true, Map.of());
        console.interruptAt("without each of");

        assertThat(console.run(line)).isEqualTo(130);
        assertThat(console.out())
                .contains("interrupted: what follows is what was known by then")
                .contains("(as it is)");
        assertThat(console.err()).contains("interrupted; this is what was known by then");

        Console programs = new Console(directory, true, Map.of());
        programs.interruptAt("without each of");
        assertThat(programs.run("why", file.toString(), "--replications", "40", "--json"))
                .isEqualTo(130);
        assertThat(PublishedSchema.violations("why-v1.json", programs.out())).isEmpty();
        JsonNode json = new ObjectMapper().readTree(programs.out());
        assertThat(json.at("/interrupted").asBoolean()).isTrue();
        assertThat(json.at("/impact/outageMinutes/n").asInt()).isEqualTo(40);
    }

    @Test
    void interruptedAtOnceItSaysThatNothingWasKnown() {
        Console console = new Console(directory);
        console.interrupts.stop();

        assertThat(console.run("why", file.toString())).isEqualTo(130);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains("interrupted; nothing was known yet");
    }

    @Test
    void takingTheCauseAwayMakesTheGatesHold() {
        assertThat(run(0, "run", file.toString(), "--replications", "2", "--without", "traffic.u.batch")
                        .out())
                .contains("without traffic.u.batch");
        run(4, "run", file.toString(), "--replications", "2", "--without", "traffic.u.promo");
    }

    @Test
    void whatIsNoCauseOrNoRunIsRefusedWithAWayOut() throws IOException {
        List<String[]> wrong = new ArrayList<>();
        wrong.add(new String[] {"why", file.toString(), "--without", "web.worker"});
        wrong.add(new String[] {"run", file.toString(), "--without", "web.worker"});
        for (String[] line : wrong) {
            assertThat(run(3, line).err()).contains("'web.workers' exists");
        }
        Files.createDirectory(directory.resolve("empty"));
        assertThat(run(3, "why", "empty").err()).contains("must hold the run.json of a run");
        Files.writeString(directory.resolve("empty/run.json"), "{}");
        assertThat(run(3, "why", "empty").err()).contains("run it again");
    }
}
