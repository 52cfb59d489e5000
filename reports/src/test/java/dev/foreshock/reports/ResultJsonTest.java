package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foreshock.engine.RunSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file for programs: its schema, its names, and what it says where there is nothing to say. */
class ResultJsonTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("foreshock.root", ".."), "docs/reference/schema/result-v1.json");

    static Stream<Named<RunSet>> results() {
        return Stream.of(
                Named.of("20 replications", Fixtures.promo(20)),
                Named.of("one replication", Fixtures.promo(1)),
                Named.of("nothing broke", Fixtures.healthy(3)),
                Named.of("never recovering", Fixtures.neverRecovering()),
                Named.of("seldom stuck", Fixtures.seldomStuck()));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyResultFollowsThePublishedSchema(RunSet runs) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        assertThat(schema.validate(render(runs), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaNoticesAnEstimateWithoutItsInterval() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        String broken = render(Fixtures.promo(2)).replaceFirst("\"low\"", "\"lo\"");
        assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theNamesAreThoseThatWerePromised() throws IOException {
        JsonNode json = read(Fixtures.promo(2));
        assertThat(names(json))
                .containsExactlyInAnyOrder(
                        "schemaVersion",
                        "scenario",
                        "semantics",
                        "world",
                        "seed",
                        "replications",
                        "scale",
                        "verdict",
                        "judgedBy",
                        "hasRecord",
                        "about",
                        "clock",
                        "words",
                        "rules",
                        "topology",
                        "traffic",
                        "exemplar",
                        "requests",
                        "users",
                        "incident",
                        "impact",
                        "exemplarReplication",
                        "outages",
                        "timeline",
                        "responseTime",
                        "record",
                        "gates",
                        "components",
                        "measures");
        assertThat(names(json.at("/components/web")))
                .containsExactlyInAnyOrder(
                        "arrivals",
                        "completions",
                        "utilization",
                        "queueLength",
                        "waitingTime",
                        "responseTime",
                        "crashes",
                        "failures");
        assertThat(names(json.at("/gates/0"))).contains("name", "verdict", "observed", "wanted");
    }

    @Test
    void whatALaterRunMayBeComparedWithIsPlainNumbersUnderTheNamesOfClaims() throws IOException {
        JsonNode measures = read(Fixtures.promo(2)).at("/measures");
        assertThat(names(measures)).contains("success", "crashes(web)", "crashes(web) after 11:30", "time-to.recover");
        assertThat(measures.get("response-time.p99").asDouble()).isEqualTo(9.98);
        assertThat(measures.get("incident.start").asDouble())
                .as("seconds since the start of the clock")
                .isEqualTo(Chronicle.at("09:00:58") / 1e9);
        JsonNode stuck = read(Fixtures.neverRecovering()).at("/measures");
        assertThat(stuck.get("incident.end").isNull()).isTrue();
        assertThat(read(Fixtures.healthy(2)).at("/measures").has("blackout.end"))
                .isFalse();
    }

    @Test
    void pointsInTimeAreEstimatesInIso8601WithTheOffsetOfTheScenario() throws IOException {
        JsonNode json = read(Fixtures.promo(20));
        assertThat(json.at("/incident/start/value").asText()).isEqualTo("2026-03-14T09:00:58.000+01:00");
        assertThat(json.at("/record/1/observed/low").asText()).isEqualTo("2026-03-14T09:00:50.000+01:00");
        assertThat(json.at("/outages/0/start").asText()).isEqualTo("2026-03-14T08:58:00.000+01:00");
    }

    @Test
    void whatWasNotObservedIsAbsent() throws IOException {
        assertThat(read(Fixtures.healthy(2)).has("incident")).isFalse();
        assertThat(read(Fixtures.promo(2)).at("/components/front").has("utilization"))
                .isFalse();
    }

    @Test
    void whatNeverRecoveredIsNullBesideItsShare() throws IOException {
        JsonNode json = read(Fixtures.neverRecovering());
        assertThat(json.at("/incident/end").isNull()).isTrue();
        assertThat(json.at("/incident/durationSeconds").isNull()).isTrue();
        assertThat(json.at("/incident/neverShare").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/record/0/observed").isNull()).isTrue();
    }

    @Test
    void whereSomeNeverRecoverTheMedianAndTheShareThatDoesAreThere() throws IOException {
        JsonNode json = read(Fixtures.seldomStuck());
        assertThat(json.at("/gates/0/median/value").asText()).isEqualTo("2026-03-14T12:01:25.000+01:00");
        assertThat(json.at("/gates/0/median/high").isNull()).isTrue();
        assertThat(json.at("/gates/0/reached/value").asDouble()).isEqualTo(0.85);
        assertThat(json.at("/gates/0/reached/low").asDouble()).isBetween(0.63, 0.65);
        assertThat(json.at("/incident/endedShare/value").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/incident/medianDurationSeconds/value").isNull())
                .as("one of two")
                .isTrue();
        assertThat(json.at("/ended/by").asText()).isEqualTo("budget");
        assertThat(read(Fixtures.promo(2)).has("ended")).as("one planned look").isFalse();
    }

    @Test
    void numbersHaveAtMostTwelveSignificantDigitsAndNoExponent() {
        assertThat(render(Fixtures.promo(20)).lines().filter(line -> line.matches(".*: -?[0-9.eE+-]+,?")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.replaceAll("^.*: |[-.,]", "").replaceFirst("^0+", ""))
                                .doesNotContain("E")
                                .hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void equalResultsGiveEqualBytesWhateverTheCircumstances() {
        RunContext other = new RunContext(
                "other", "again", "9", "25", java.time.Instant.EPOCH, java.time.Duration.ZERO, 9, List.of(), null);
        assertThat(ReportFile.RESULT_JSON.render(Fixtures.promo(5), other)).isEqualTo(render(Fixtures.promo(5)));
    }

    @Test
    void theCircumstancesAreInAFileOfTheirOwn() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ReportFile.RUN_JSON.render(Fixtures.promo(2), Fixtures.CONTEXT));
        assertThat(json.at("/command").asText()).isEqualTo("foreshock run viral-promo-surge --seed 1177");
        assertThat(json.at("/wallSeconds").asDouble()).isEqualTo(7.9);
        assertThat(json.at("/events").asLong()).isEqualTo(5_200_000);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            names.add(field.getKey());
        }
        return names;
    }

    private static JsonNode read(RunSet runs) throws IOException {
        return new ObjectMapper().readTree(render(runs));
    }

    private static String render(RunSet runs) {
        return ReportFile.RESULT_JSON.render(runs, Fixtures.CONTEXT);
    }
}
