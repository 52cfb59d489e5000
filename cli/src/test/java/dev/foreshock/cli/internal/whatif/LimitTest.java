package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop with room for 50 requests a second in the web server and for 100 in the database, to which 20 come. */
class LimitTest {
    private static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            scenario: little-shop
            clock: 2026-03-14T08:00Z .. +10m
            components:
              web: { is: server, workers: 10, work: 100ms, calls: { queries: { to: db } } }
              db: { is: database, pool: 10, query: 100ms }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 5s }
            traffic: { u: { usual: 20/s } }
            gates: { served: success >= 99% }
            """;

    @TempDir
    Path directory;

    private Console limit(int exit, String text, String... more) throws IOException {
        Console console = new Console(directory);
        List<String> line = new ArrayList<>(List.of(
                "limit", Files.writeString(directory.resolve("shop.yaml"), text).toString()));
        line.addAll(List.of(more));
        assertThat(console.run(line.toArray(String[]::new))).as(console.err()).isEqualTo(exit);
        return console;
    }

    @Test
    void theBreakingPointsAreThoseOfTheCapacitiesInTheirOrder() throws IOException {
        Console console = limit(0, SHOP, "--json", "--replications", "3");
        JsonNode steps = new ObjectMapper().readTree(console.out()).get("steps");

        assertThat(PublishedSchema.violations("limit-v1.json", console.out())).isEmpty();
        assertThat(PublishedSchema.violations("limit-v1.json", "{ \"schemaVersion\" : 1 }"))
                .isNotEmpty();
        assertThat(steps.at("/0/bottleneck").asText()).isEqualTo("web.workers");
        assertThat(steps.at("/0/factor").asDouble()).isCloseTo(50 / 20.0, within(0.15));
        assertThat(steps.at("/1/bottleneck").asText()).isEqualTo("db.pool");
        assertThat(steps.at("/1/factor").asDouble()).isCloseTo(100 / 20.0, within(0.3));
    }

    @Test
    void theTerminalNamesTheBottleneckAndTheNextOne() throws IOException {
        Console console = limit(0, SHOP, "--grow", "traffic.u", "--replications", "2", "--steps", "2");

        assertThat(console.out())
                .contains("breaks at x2.")
                .contains("of traffic.u")
                .contains("web.workers")
                .contains("with that fixed, at x")
                .contains("db.pool");
    }

    @Test
    void whatBreaksAsWrittenIsSaidToDoSoFirst() throws IOException {
        String crowded = SHOP.replace("usual: 20/s", "usual: 80/s");
        assertThat(limit(0, crowded, "--replications", "2", "--steps", "1").out())
                .contains("it breaks as written already, at x1: it would hold only below x0.6");
        assertThat(limit(0, SHOP, "--replications", "2", "--steps", "1").out()).doesNotContain("as written already");
    }

    @Test
    void whatTheBudgetLeavesUnfinishedIsSaidWithWhereTheSearchWas() throws IOException {
        Console nothing = limit(5, SHOP, "--budget", "0.001s");
        assertThat(nothing.out()).contains("not finished: the budget was spent", "everything holds at x1.00");

        Console json = limit(5, SHOP, "--budget", "0.001s", "--json");
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .at("/unfinished/holdsAt")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void interruptedItTellsWhereTheSearchWas() throws IOException {
        Path file = Files.writeString(directory.resolve("shop.yaml"), SHOP);
        String[] line = {"limit", file.toString(), "--replications", "200", "--color", "never"};
        Console console = new Console(directory, true, Map.of());
        console.interruptAt("looking for");

        assertThat(console.run(line)).isEqualTo(130);
        assertThat(console.out()).contains("not finished: it was interrupted here", "everything holds at x");
        assertThat(console.err()).contains("interrupted; this is what was known by then");

        Console programs = new Console(directory, true, Map.of());
        programs.interruptAt("looking for");
        assertThat(programs.run("limit", file.toString(), "--replications", "200", "--json"))
                .isEqualTo(130);
        assertThat(PublishedSchema.violations("limit-v1.json", programs.out())).isEmpty();
        JsonNode json = new ObjectMapper().readTree(programs.out());
        assertThat(json.at("/interrupted").asBoolean()).isTrue();
        assertThat(json.at("/unfinished/holdsAt").asDouble()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void interruptedAtOnceItSaysThatNothingWasKnown() throws IOException {
        Console console = new Console(directory);
        console.interrupts.stop();
        Path file = Files.writeString(directory.resolve("shop.yaml"), SHOP);

        assertThat(console.run("limit", file.toString())).isEqualTo(130);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains("interrupted; nothing was known yet");
    }

    @Test
    void whatCannotGrowIsRefusedWithWhatCan() throws IOException {
        assertThat(limit(3, SHOP, "--grow", "traffic.w").err())
                .contains("traffic.w")
                .contains("traffic.u");
    }

    @Test
    void anInvalidFileIsRefused() throws IOException {
        assertThat(limit(3, SHOP.replace("pool: 10", "pol: 10")).err())
                .contains("'pol'")
                .contains("nothing was run");
    }
}
