package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.console.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop with room for 50 requests a second, to which 40 come, or 20, or 60; and what could be done about it. */
public class CompareTest {
    public static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            scenario: little-shop
            clock: 2026-03-14T08:00Z .. +10m
            knobs:
              peak: { is: 55/s, range: 51/s .. 70/s, basis: chosen }
            components:
              web: { is: server, workers: 5, work: 100ms, queue: 20 }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic: { u: { usual: $peak } }
            gates: { served: success >= 99% }
            variants:
              double: { set: { web.replicas: 2 }, costs: { server-hours: 8760/year } }
              triple: { set: { web.replicas: 3 }, costs: { server-hours: 17520/year } }
              planned: { set: { web.replicas: 2 }, costs: { days: 2 }, relies-on: it is announced }
              longer: { set: { web.queue: 40 }, costs: { days: 1 } }
            compare: { worth: { days: 800, server-hours: 0.1 } }
            """;

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return new ShopFolder(directory).file(text);
    }

    private Console compare(String text, String... more) throws IOException {
        return new ShopFolder(directory).compare(text, more);
    }

    @Test
    void theCheapestSetThatSufficesIsNamedWithItsPriceAndWhatItReliesOn() throws IOException {
        Console console = new Console(directory);

        assertThat(console.run("compare", file(SHOP).toString())).isZero();

        assertThat(console.out())
                .contains("cheapest sufficient   double: 8760 server-hours/year = 876")
                .contains("up to 35 draws over 1 knob")
                .contains("as it happened")
                .contains("left out")
                .contains("exit 0: a set of measures suffices");
        assertThat(directory.resolve("runs/little-shop/compare/comparison.json"))
                .exists();
    }

    @Test
    void theFileForProgramsFollowsItsSchemaAndHasTheUnchangedScenarioFirst() throws IOException {
        Console console = compare(SHOP, "--json");
        JsonNode json = new ObjectMapper().readTree(console.out());

        assertThat(PublishedSchema.violations("comparison-v1.json", console.out()))
                .isEmpty();
        assertThat(json.get("without")).isEmpty();
        assertThat(json.at("/variants/0/name").asText()).isEqualTo("as it happened");
        assertThat(json.at("/variants/0/verdict").asText()).isEqualTo("deviated");
        assertThat(json.at("/variants/0/differences")).isEmpty();
        assertThat(json.at("/cheapestSufficient").asText()).isEqualTo("double");
        JsonNode cheapest = variant(json, "double");
        assertThat(cheapest.at("/holdsShare").asDouble()).isEqualTo(1);
        assertThat(cheapest.at("/costs/server-hours").asDouble()).isEqualTo(8760);
        assertThat(cheapest.at("/differences/requestsLost/high").asDouble()).isNegative();
        assertThat(variant(json, "planned").at("/requestsLost"))
                .as("the same scenario at another price")
                .isEqualTo(cheapest.at("/requestsLost"));
        assertThat(directory.resolve("runs")).doesNotExist();
    }

    @Test
    void everySetSaysOfEachGateWhatWasSeenHowOftenItHoldsAndItsVerdict() throws IOException {
        String two = SHOP.replace(
                "gates: { served: success >= 99% }",
                "gates: { served: success >= 99%, few: requests.failed <= 1, outage: impact.longest <= 1h }");
        Console console = compare(two);
        JsonNode json = new ObjectMapper()
                .readTree(Files.readString(directory.resolve("runs/little-shop/compare/comparison.json")));

        JsonNode gates = json.at("/variants/0/gates");
        assertThat(gates.findValuesAsText("name")).containsExactly("few", "outage", "served");
        assertThat(gates.findValuesAsText("verdict")).containsExactly("deviated", "inconclusive", "deviated");
        assertThat(gates.at("/0/observed").asDouble())
                .as("the gate measures what the table shows")
                .isEqualTo(json.at("/variants/0/requestsLost").asDouble());
        assertThat(gates.at("/1/holdsShare").asDouble()).isEqualTo(1);
        assertThat(gates.at("/2/wanted").asText()).isEqualTo(">= 99%");
        assertThat(variant(json, "longer").at("/gates/0/difference"))
                .isEqualTo(variant(json, "longer").at("/differences/requestsLost"));
        assertThat(console.out())
                .containsPattern("longer loses few: <= 1 holds in 0 % ")
                .contains("served: ")
                .doesNotContain("loses outage");
    }

    @Test
    void whatTheFileNamesIsShownOfEverySetWithItsChange() throws IOException {
        String shown = SHOP.replace(
                "compare: {", "compare: { show: { crashes: crashes(web), good: success, fine: requests.succeeded },");
        Console console = compare(shown, "--json");
        JsonNode json = new ObjectMapper().readTree(console.out());

        assertThat(PublishedSchema.violations("comparison-v1.json", console.out()))
                .isEmpty();
        JsonNode first = json.at("/variants/0/figures");
        JsonNode cheapest = variant(json, "double").at("/figures");
        assertThat(first.findValuesAsText("name")).containsExactly("crashes", "fine", "good");
        assertThat(first.findValuesAsText("measure")).containsExactly("crashes(web)", "requests.succeeded", "success");
        assertThat(first.at("/0").has("difference")).isFalse();
        assertThat(cheapest.at("/0/observed").asDouble()).isZero();
        assertThat(cheapest.at("/1/difference/low").asDouble()).isPositive();
        assertThat(first.at("/2/observed").asDouble())
                .isEqualTo(json.at("/variants/0/gates/0/observed").asDouble());
    }

    @Test
    void whereTheFileNamesNothingBlackoutsAndAnswersAreShown() throws IOException {
        assertThat(compare(SHOP, "--draws", "3").out()).containsPattern("\n +answered +blackout\n");
    }

    @Test
    void theColumnOfAllOutagesIsNotNamedAsTheGateOverTheLongest() throws IOException {
        String gated = SHOP.replace("gates: {", "gates: { outage: impact.longest <= 1m,");
        Console console = compare(gated);
        Path files = directory.resolve("runs/little-shop/compare");

        assertThat(console.out())
                .contains("outage total (80 %)", "it changes            outage total ")
                .doesNotContain("outage (80 %)", "changes            outage −");
        assertThat(Files.readString(files.resolve("report.html")))
                .contains("<th scope=\"col\">outage total</th>", "outage: impact.longest &lt;= 1m", "(impact.total)")
                .doesNotContain("<th scope=\"col\">outage</th>");
        assertThat(Files.readString(files.resolve("postmortem.md")))
                .contains("| outage total | users affected | change of outage total |")
                .doesNotContain("| outage |");
    }

    @Test
    void eachMeasureIsDescribedWithTheSettingsThatItChanges() throws IOException {
        String told = SHOP.replace("double: {", "double: { about: Twice as many servers., ")
                .replace("set: { web.queue: 40 }", "set: { web: { queue: 40, admit: { rate: 9/s } } }");
        compare(told, "--draws", "3");
        Path files = directory.resolve("runs/little-shop/compare");
        JsonNode changes = new ObjectMapper()
                .readTree(Files.readString(files.resolve("run.json")))
                .get("changes");

        assertThat(changes.at("/double").toString())
                .as("the file does not say how many there are: that is the default")
                .isEqualTo("[{\"setting\":\"web.replicas\",\"was\":\"1\",\"becomes\":\"2\"}]");
        assertThat(changes.at("/longer").toString())
                .contains("{\"setting\":\"web.queue\",\"was\":\"20\",\"becomes\":\"40\"}")
                .contains("{\"setting\":\"web.admit.rate\",\"becomes\":\"9/s\"}");
        assertThat(Files.readString(files.resolve("report.html")))
                .contains("Twice as many servers.", "web.replicas: 1 -&gt; 2", "web.admit.rate is new: 9/s");
        assertThat(Files.readString(files.resolve("postmortem.md")))
                .contains("Twice as many servers. It changes web.replicas: 1 -")
                .contains("Not described in the file. It changes ");
    }

    @Test
    void thePostmortemSaysOfTheRootCauseWhatEachMeasureTakesAway() throws IOException {
        compare(SHOP);
        assertThat(directory.resolve("runs/little-shop/compare/postmortem.md"))
                .content()
                .contains("## Root cause", "**What had no more room first**: at ", "in web all 5 workers are busy")
                .containsPattern(
                        "\\*\\*double\\*\\*: changes web, which had no more room first; takes away the outage total: none, change −")
                .containsPattern(
                        "\\*\\*longer\\*\\*: changes web, which had no more room first; \\w.* the outage total: ");
    }

    @Test
    void whoIsAffectedAndOfWhomIsExplainedOnce() throws IOException {
        compare(SHOP, "--draws", "3");
        Path files = directory.resolve("runs/little-shop/compare");
        String said = "A user is affected when one of their page views finally failed or took longer than 10s;";

        assertThat(Files.readString(files.resolve("report.html")).split(said, -1))
                .hasSize(2);
        assertThat(Files.readString(files.resolve("postmortem.md")).split(said, -1))
                .hasSize(2);
    }

    @Test
    void whyTheSameFigureStandsThereTwiceIsSaid() throws IOException {
        compare(SHOP, "--draws", "3");
        Path files = directory.resolve("runs/little-shop/compare");
        String said = "So figures here may differ from those of ";

        assertThat(Files.readString(files.resolve("report.html")))
                .contains(said)
                .contains("in the mean of 5 replications of the numbers as written")
                .contains("in the mean of 3 draws of what is not known exactly.");
        assertThat(Files.readString(files.resolve("postmortem.md")))
                .contains("Every number is as written here. " + said);
    }

    @Test
    void pricesAreAddedUpBesideEachSetAtRatesThatAreSaid() throws IOException {
        Console console = compare(SHOP, "--draws", "3");

        assertThat(console.out())
                .contains("prices                added up over the first year in one currency: days x 800 +")
                .contains("planned 2 days = 1 600")
                .containsPattern("\nplanned .* 1 600\n");
    }

    @Test
    void noLineOfTheTableIsWiderThanAHundredColumns() throws IOException {
        assertThat(compare(SHOP, "--draws", "3")
                        .out()
                        .lines()
                        .filter(line -> !line.startsWith("files"))
                        .toList())
                .allMatch(line -> line.length() <= 100);
    }

    private static JsonNode variant(JsonNode json, String name) {
        for (JsonNode variant : json.get("variants")) {
            if (variant.get("name").asText().equals(name)) {
                return variant;
            }
        }
        throw new AssertionError("no variant " + name);
    }

    @Test
    void equalCommandsGiveEqualFilesOnAnyNumberOfThreads() throws IOException {
        String one = compare(SHOP, "--json", "--threads", "1").out();

        assertThat(compare(SHOP, "--json", "--threads", "2").out()).isEqualTo(one);
        assertThat(compare(SHOP, "--json", "--seed", "5").out()).isNotEqualTo(one);
    }

    @Test
    void whereNothingSufficesThatIsAFinding() throws IOException {
        Console console = new Console(directory);
        String poor = SHOP.replaceAll("(?m)^  (double|triple|planned):.*\n", "").replace(", server-hours: 0.1", "");

        assertThat(console.run("compare", file(poor).toString())).isEqualTo(4);
        assertThat(console.out()).contains("no set of measures suffices: a finding");
    }

    @Test
    void aSmallBudgetLeavesVerdictsOpenAndSaysHowManyDrawsWouldDecide() throws IOException {
        Console console = new Console(directory);

        assertThat(console.run("compare", file(SHOP).toString(), "--budget", "0.01s"))
                .isEqualTo(5);
        assertThat(console.out())
                .contains("not run               longer, double, planned")
                .contains(" --budget ")
                .contains(" on this machine)")
                .contains("--full")
                .contains("spent ")
                .contains(" of 140 000 events");
    }

    @Test
    void aBudgetThatDecidesSomeNamesWhatItLeavesOpen() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(compare(SHOP, "--json", "--budget", "0.2s").out());

        assertThat(json.at("/events").asLong())
                .isLessThanOrEqualTo(json.at("/budgetEvents").asLong());
        assertThat(json.at("/interrupted").asBoolean()).isFalse();
        assertThat(json.at("/remaining/runs").asInt()).isPositive();
        assertThat(json.at("/remaining/budgetEvents").asLong())
                .isGreaterThan(json.at("/budgetEvents").asLong());
    }

    @Test
    void anInterruptedComparisonWritesWhatIsKnown() throws IOException {
        Console console = new Console(directory, true, java.util.Map.of());
        console.interruptAt(": draws");

        int code = console.run("compare", file(SHOP).toString(), "--full", "--draws", "2000", "--color", "never");

        assertThat(code).isEqualTo(130);
        assertThat(console.out())
                .contains("interrupted: what follows is what was known by then")
                .contains("exit 130");
        Path files = directory.resolve("runs/little-shop/compare");
        assertThat(Console.names(files))
                .containsExactlyInAnyOrder(
                        "comparison.json", "result.json", "run.json", "report.html", "postmortem.md");
        String comparison = Files.readString(files.resolve("comparison.json"));
        assertThat(PublishedSchema.violations("comparison-v1.json", comparison)).isEmpty();
        assertThat(new ObjectMapper().readTree(comparison).at("/interrupted").asBoolean())
                .isTrue();
        assertThat(Files.readString(files.resolve("postmortem.md"))).contains("The comparison was interrupted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "costs: { days: 2 }        | costs: { days: 2/promo }          | it must be known how often a year 'promo' comes",
                "costs: { days: 2 }        | costs: { days: two }              | 'days' must be a number",
                "costs: { days: 2 }        | costs: { days: -2 }               | 'days' must be at least 0",
                "costs: { days: 2 }        | cost: { days: 2 }                 | 'cost' is not a setting of 'planned'",
                "worth: { days: 800, server-hours: 0.1 } | worth: { days: 800, server-hour: 0.1 } | 'server-hour' is not a unit",
                "worth: { days: 800, server-hours: 0.1 } | rank-by: [day]      | 'day' is not a unit",
                "worth: { days: 800, server-hours: 0.1 } | holds: 120%         | must lie between 0% and 100%",
                "worth: { days: 800, server-hours: 0.1 } | draws: 0            | 'draws' must",
                "server-hours: 0.1 | server-hours: -0.1 | 'server-hours' in 'worth' must be at least 0",
                "worth: { days: 800, server-hours: 0.1 } | per-year: { year: 4 } | must be as the calendar has it",
                "set: { web.queue: 40 } | set: { gates.served: null } | a measure must leave 'gates'",
                "set: { web.queue: 40 } | set: { gates.served: success >= 1% } | a measure must leave 'gates'",
                "set: { web.queue: 40 } | set: { clock: '2026-03-14T08:00Z .. +1m' } | a measure must leave 'gates', 'define' and 'clock'",
                "longer: { set | 'as it happened': { set | a variant must have a name that compare does not give to sets",
                "longer: { set | 'a + b': { set | a variant must have a name that compare does not give to sets",
                "longer: { set | \"lo\\enger\": { set | a name must be made of characters that can be shown",
                "little-shop | \"little\\nshop\" | the name of a scenario must be made of characters that can be shown",
                "relies-on: it is announced | relies-on: { a: b }              | relies-on",
                "worth: { days: 800, server-hours: 0.1 } | worth: { days: 800, server-hours: 0.1 }, rank-by: [days] | 'rank-by' and 'worth' are two",
                "worth: { days: 800, server-hours: 0.1 } | holds: 0% | 'holds' must be more than 0%",
                "set: { web.queue: 40 } | set: { web.queue: 40, web.workers: 5ms } | in variant 'longer', ",
                "gates: { served: success >= 99% } | gates: {}                 | nothing can suffice",
                "compare: { | compare: { show: { a: crashes(wed) }, | 'wed' is not a component of this scenario",
                "compare: { | compare: { show: { a: blackouts.total }, | 'blackouts.total' is not a measure",
                "compare: { | compare: { show: { a: 'blackout.total <= 5m' }, | a figure must have no limit",
                "compare: { | compare: { show: { a: pages after 09:30 }, | a figure must speak of a time within the clock",
            })
    void whatCannotBeComparedIsRefusedWithAWayOut(String good, String bad, String message) throws IOException {
        Console console = new Console(directory);

        assertThat(console.run("compare", file(SHOP.replace(good, bad)).toString()))
                .isEqualTo(3);
        assertThat(console.err()).contains(message);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void checkFindsWhatCompareRefusesWithItsPlace() throws IOException {
        Console console = new Console(directory);
        String moved = SHOP.replace("set: { web.queue: 40 }", "set: { web.queue: 40, gates.served: success >= 1% }");

        assertThat(console.run("check", file(moved).toString())).isEqualTo(3);
        assertThat(console.out() + console.err())
                .contains(
                        "error[E0303]: a measure must leave 'gates', 'define' and 'clock' as they are, but 'longer' does not")
                .contains("shop.yaml:17:")
                .contains("help: change them with --set or an overlay for all sets alike");
    }

    @Test
    void aScenarioWithoutVariantsIsToldHowToNameMeasures() throws IOException {
        Console console = new Console(directory);
        String bare = SHOP.substring(0, SHOP.indexOf("variants:"));

        assertThat(console.run("compare", file(bare).toString())).isEqualTo(3);
        assertThat(console.err()).contains("there is nothing to compare").contains("variants:");
    }

    @Test
    void aChosenVariantIsAppliedToAllAndTakesNoPartItself() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(compare(SHOP, "--json", "--variant", "double", "--no-pairs")
                        .out());

        assertThat(json.at("/variants/0/verdict").asText()).isEqualTo("passed");
        assertThat(json.get("variants").findValuesAsText("name")).doesNotContain("double");
    }

    @Test
    void variantsThatExcludeEachOtherAreNotCombinedAndTheRestIsCompared() throws IOException {
        String apart = SHOP.replace(
                "  longer: { set: { web.queue: 40 }, costs: { days: 1 } }\n",
                "  gone: { set: { knobs.peak: null, traffic.u.usual: 20/s } }\n  less: { set: { knobs.peak.is: 52/s } }\n");

        Console console = compare(apart);

        assertThat(console.err()).contains("note: gone + less takes no part");
        assertThat(console.out()).contains("cheapest sufficient");
    }

    @Test
    void theFileForProgramsSaysWhatWasTakenAway() throws IOException {
        Console console = compare(SHOP, "--json", "--draws", "3", "--without", "web.workers");

        assertThat(PublishedSchema.violations("comparison-v1.json", console.out()))
                .isEmpty();
        assertThat(new ObjectMapper().readTree(console.out()).at("/without/0").asText())
                .isEqualTo("web.workers");
    }

    @Test
    void variantsThatSetOneThingToDifferentValuesAreNotCombined() throws IOException {
        Console console = compare(SHOP, "--draws", "3");

        assertThat(console.err())
                .contains("note: double + triple takes no part")
                .contains("'double' sets web.replicas to 2, and 'triple' to 3")
                .contains("note: all together takes no part")
                .doesNotContain("double + planned takes no part");
        assertThat(console.out()).doesNotContain("double + triple").contains("double + longer");
    }

    @Test
    void threeDrawsThatAgreeShowNoRange() throws IOException {
        assertThat(compare(SHOP, "--draws", "3").out()).contains("none (3)");
    }

    @Test
    void aGateWithASmallShareDoesNotHaveToHoldInTheLargerShareOfAnother() throws IOException {
        String seldom = SHOP.replace(
                "gates: { served: success >= 99% }",
                "gates: { served: success >= 99%, swift: response-time.p99 <= 130ms in 3% of draws }");

        JsonNode json = new ObjectMapper().readTree(compare(seldom, "--json").out());

        assertThat(json.at("/gates/swift").asDouble()).isEqualTo(0.03);
        assertThat(json.at("/gates/served").asDouble()).isEqualTo(0.9);
        assertThat(variant(json, "double").at("/verdict").asText()).isEqualTo("passed");
        assertThat(variant(json, "double").at("/holds/low").asDouble()).isLessThan(0.9);
    }

    @Test
    void oneDrawShowsNothing() throws IOException {
        Console console = new Console(directory);

        assertThat(console.run("compare", file(SHOP).toString(), "--draws", "1"))
                .isEqualTo(5);
    }

    @Test
    void aGateThatNamesNoShareIsHeldToTheUsualOne() throws IOException {
        String loose = SHOP.replace(
                "gates: { served: success >= 99% }",
                "gates: { served: success >= 99%, upright: crashes(web) = 0 in 10% of replications }");

        String out = compare(loose).out();

        assertThat(out)
                .contains(
                        "a set passes if every gate holds in its own share of draws: served in 90 %, upright in 10 %");
    }

    @Test
    void whereAllHoldsAsItIsNoMeasureIsNeeded() throws IOException {
        assertThat(compare(SHOP.replace("55/s, range: 51/s .. 70/s", "20/s, range: 15/s .. 30/s"))
                        .out())
                .contains("no measure is needed");
    }

    @Test
    void aRankingIsAskedForWherePricesCannotBeCompared() throws IOException {
        String unranked = SHOP.substring(0, SHOP.indexOf("compare:"));

        Console console = compare(unranked);

        assertThat(console.out()).contains("to say which is cheapest, give prices a ranking");
    }
}
