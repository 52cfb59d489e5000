package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rehearsals that are predicted with what was measured before. What they take decides nothing. */
class CalibratedRehearsalTest {
    private static final String SCENARIO = """
            foreshock: 1
            semantics: 2026.2
            scenario: small
            clock: 2026-01-01T00:00:00Z .. 00:00:04
            components:
              web: { is: server, workers: 50, work: 2ms, calls: { db: { timeout: 400ms } } }
              db: { is: server, workers: 50, work: 2ms }
            users:
              client: { enters: web, visit: { pages: 1, think: 1s }, patience: 500ms }
            traffic:
              client: { usual: 20/s }
            gates:
              served: requests.succeeded >= 1
            define:
              impact: { window: 1s, for: 1s, merge-gaps: 0s }
            variants:
              patient: { about: Users wait longer., set: { users.client.patience: 600ms } }
            """;

    private static final String HEADER = "foreshock: 1\nsemantics: 2026.2\n";

    /** So slow that nobody would be answered in time: that is felt in the simulation with it, and in no other. */
    private static final String SLOW = "components: { web: { calls: { db: { link: { latency: 400ms } } } } }\n";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path directory;

    private Rehearsing small;
    private Console console;

    @BeforeEach
    void write() throws IOException {
        small = Rehearsing.of(directory, SCENARIO);
        console = small.console();
    }

    /** Returns an overlay as calibrate writes it. */
    private static String overlay(Instant at, String scenario, Machine machine, String more) {
        return HEADER + "overlay: calibrated\n"
                + """
                measured:
                  at: "%s"
                  for: 10s
                  scenario: "%s"
                  processors: %d
                  jdk: %d
                  os: "%s"
                """.formatted(at, scenario, machine.processors(), machine.jdk(), machine.os()) + more;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path calibrated() throws IOException {
        return file("c.yaml", overlay(now, "small", Machine.here(), SLOW));
    }

    @Test
    void itIsPredictedWithThatAndSaysSoAndWhyExplainsThat() throws IOException {
        Path calibrated = calibrated();
        int code = small.run("--one-process", "--replications", "3", "--calibrated", "c.yaml");
        assertThat(code).as(console.err() + console.out()).isZero();
        assertThat(console.err()).as("it is of here and now").doesNotContain("was measured");
        Machine here = Machine.here();
        String told = "calibrated with c.yaml, measured " + now.toString().substring(0, 10) + " on " + here.processors()
                + (here.processors() == 1 ? " processor" : " processors") + ", JDK " + here.jdk();
        assertThat(console.out().replaceAll("\\s+", " ")).contains(told).doesNotContain("hint: every response time");
        JsonNode json = small.json("rehearsal.json");
        assertThat(json.get("calibrated").asText()).isEqualTo("c.yaml");
        assertThat(json.at("/calibration/measured").asText()).isEqualTo(now.toString());
        assertThat(json.at("/calibration/processors").asInt()).isEqualTo(here.processors());
        assertThat(json.at("/calibration/jdk").asInt()).isEqualTo(here.jdk());
        assertThat(json.at("/calibration/os").asText()).isEqualTo(here.os());
        assertThat(json.at("/calibration/sha256").asText()).hasSize(64);
        Path page = small.out().resolve("report.html");
        String before = Files.readString(page);
        assertThat(before).contains(told);
        assertThat(console.run("report", "out")).as(console.err()).isZero();
        assertThat(page).hasContent(before);
        small.assertNothingIsLeft();

        whyExplainsWhatWasPredicted(calibrated, told);
        whyRefusesWhatIsNotThatAnyMore(calibrated);
    }

    private void whyExplainsWhatWasPredicted(Path calibrated, String told) {
        String[] rest = {"--json", "--replications", "2"};
        String played = why(rest, "out");
        assertThat(console.err()).contains("what is explained is its simulation, " + told);
        String file = small.file().toString();
        assertThat(played)
                .isEqualTo(why(rest, file, "--overlay", calibrated.toString()))
                .as("without it, there is nothing to explain")
                .isNotEqualTo(why(rest, file));
    }

    private String why(String[] rest, String... line) {
        String[] all = new String[line.length + 1 + rest.length];
        all[0] = "why";
        System.arraycopy(line, 0, all, 1, line.length);
        System.arraycopy(rest, 0, all, 1 + line.length, rest.length);
        assertThat(console.run(all)).as(console.err()).isZero();
        return console.out();
    }

    private void whyRefusesWhatIsNotThatAnyMore(Path calibrated) throws IOException {
        Files.writeString(calibrated, Files.readString(calibrated).replace("400ms", "401ms"));
        assertThat(console.run("why", "out")).isEqualTo(3);
        assertThat(console.err())
                .contains(
                        "what the rehearsal was predicted with must be as it was, but c.yaml has changed since; put it"
                                + " back, or name the scenario in place of the directory");
        Files.delete(calibrated);
        assertThat(console.run("why", "out")).isEqualTo(3);
        assertThat(console.err()).contains("but c.yaml cannot be read any more (there is no c.yaml); put it back");
        Files.delete(small.out().resolve("rehearsal.json"));
        assertThat(console.run("why", "out")).isEqualTo(3);
        assertThat(console.err())
                .contains("rehearsal.json must say what the rehearsal was predicted with, but cannot be read");
    }

    @Test
    void whatMayNotBeTrueHereAndNowIsSaid() throws IOException {
        Machine here = Machine.here();
        Machine other = new Machine(here.processors() + 2, here.jdk() + 1, "Plan9 mips");
        Instant then = now.minus(Duration.ofDays(12));
        file("old.yaml", overlay(then, "small", other, "").replace("  os:", "  parts: { db: PostgreSQL }\n  os:"));
        console.interrupts.stop();
        assertThat(small.run("--variant", "patient", "--replications", "2", "--calibrated", "old.yaml"))
                .as("said before anything is predicted")
                .isEqualTo(130);
        assertThat(console.err())
                .contains(
                        "note: old.yaml was measured on " + other + ", and this is " + here
                                + ", where hops may cost something else\n",
                        "note: old.yaml was measured 12 days ago\n",
                        "note: old.yaml was measured as its file has it, and this is rehearsed with --variant patient\n",
                        "note: old.yaml was measured with PostgreSQL as db, and this is rehearsed with nothing but parts"
                                + " of Foreshock\n",
                        "note: measure it anew with: foreshock calibrate " + small.file()
                                + " --variant patient --out old.yaml\n");
    }

    @Test
    void partsThatItWasNotMeasuredWithAreSaidWithTheCommandThatMeasuresThem() throws IOException {
        String cached = "work: 2ms, page-cache: { cacheable: 100%, pages: 5, ttl: 10m }, calls:";
        Rehearsing kept = small.another(SCENARIO.replace("work: 2ms, calls:", cached));
        file("c.yaml", overlay(now, "small", Machine.here(), ""));
        console.interrupts.stop();
        kept.run("--redis", "web", "--replications", "2", "--calibrated", "c.yaml");
        assertThat(console.err())
                .contains(
                        "note: c.yaml was measured with nothing but parts of Foreshock, and this is rehearsed with Redis as"
                                + " web\n",
                        "note: measure it anew with: foreshock calibrate " + kept.file()
                                + " --redis web --out c.yaml\n");
        assertThat(kept.run("--redis", "web", "--one-process", "--calibrated", "none.yaml"))
                .isEqualTo(3);
        assertThat(console.err())
                .contains("write one with: foreshock calibrate " + kept.file() + " --one-process --redis web\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scenario.yaml | scenario.yaml, which is a scenario;
            none.yaml     | none.yaml, which cannot be read as one;
            folder        | folder, which cannot be read as one;
            empty.yaml    | empty.yaml, which cannot be read as one;
            text.yaml     | text.yaml, which cannot be read as one;
            binary.yaml   | binary.yaml, which cannot be read as one;
            broken.yaml   | broken.yaml, which is broken;
            target.yaml   | target.yaml, which is a target;
            own.yaml      | own.yaml, which does not say what it was measured on
            """)
    void whatCalibrateDidNotWriteIsRefusedByTheNameOfTheOption(String name, String said) throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        file("empty.yaml", "");
        file("text.yaml", "to whom it may concern");
        Files.write(directory.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        file("broken.yaml", overlay(now, "small", Machine.here(), "").replace(now.toString(), "yesterday"));
        file("target.yaml", HEADER + "target: here\nenvironment: staging\n");
        file("own.yaml", HEADER + "overlay: own\n" + SLOW);
        assertThat(small.run("--calibrated", name)).isEqualTo(3);
        assertThat(console.err())
                .startsWith(
                        "foreshock: --calibrated must be an overlay that foreshock calibrate wrote, but was " + said)
                .contains("write one with: foreshock calibrate " + small.file())
                .doesNotContain("--overlay must");
        assertThat(small.state()).as("nothing was started").doesNotExist();
        assertThat(small.out()).as("nothing was predicted").doesNotExist();
    }

    @Test
    void anEmptyNameIsNoFile() {
        assertThat(small.run("--calibrated", "")).isEqualTo(3);
        assertThat(console.err())
                .startsWith("foreshock: --calibrated must name a file, but was empty; write one with: ");
    }

    @Test
    void whatIsBrokenInItIsShownWithItsPlace() throws IOException {
        file("broken.yaml", overlay(now, "small", Machine.here(), "").replace(now.toString(), "yesterday"));
        small.run("--calibrated", "broken.yaml");
        assertThat(console.err())
                .contains("'at' of 'measured' must be a point in time", "'yesterday'", "broken.yaml:5:");
        small.run("--calibrated", "none.yaml");
        assertThat(console.err()).contains("error[E0001]: the file must exist, but there is no ");
    }

    @Test
    void whatWasMeasuredOfAnotherScenarioOrDoesNotFitThisOneIsRefused() throws IOException {
        file("other.yaml", overlay(now, "large", Machine.here(), SLOW));
        assertThat(small.run("--calibrated", "other.yaml")).isEqualTo(3);
        assertThat(console.err())
                .contains(
                        "--calibrated must be measured of small, but other.yaml was measured of large; write one with: "
                                + "foreshock calibrate " + small.file());
        file("unfit.yaml", overlay(now, "small", Machine.here(), SLOW.replace("db:", "dbs:")));
        assertThat(small.run("--calibrated", "unfit.yaml")).isEqualTo(3);
        assertThat(console.err())
                .contains(
                        "--calibrated must fit the scenario as it is now, but unfit.yaml does not; measure it anew with: "
                                + "foreshock calibrate " + small.file() + " --out unfit.yaml",
                        "error[",
                        "unfit.yaml");
        assertThat(small.state()).doesNotExist();
    }

    @Test
    void whatWasMeasuredIsAnOverlayLikeAnyOther() throws IOException {
        String calibrated = calibrated().toString();
        assertThat(console.run("check", small.file().toString(), "--overlay", calibrated))
                .as(console.out())
                .isZero();
    }
}
