package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not known exactly can be drawn from their ranges, and are multiplied with them. */
class UncertainNumbersTest {

    private static final String HEADER = "foreshock: 1\nsemantics: 2026.2\n";

    @TempDir
    Path directory;

    // --- ranges

    @Test
    void everyValueOfARangeMustBeOneThatTheSettingCanHave() {
        LoadResult result = result("", "workers: 10", "workers: { is: 5, range: -3 .. 9 }");
        assertThat(result.diagnostics()).hasSize(1);
        Diagnostic found = result.diagnostics().get(0);
        assertThat(found.code()).isEqualTo(Code.RANGE);
        assertThat(found.message()).contains("only values that 'workers' can have", "'-3 .. 9'");
        assertThat(found.place().text().substring(found.place().column() - 1)).startsWith("-3 .. 9");
    }

    @Test
    void theRangeOfAKnobIsHeldToEveryPlaceThatUsesIt() {
        LoadResult result =
                result("knobs: { some: { is: 3, range: 0 .. 9 } }", "workers: 10", "workers: $some, queue: $some");
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.RANGE);
        assertThat(result.diagnostics().get(0).message()).contains("'workers'");
        assertThat(result.diagnostics().get(0).place().text()).startsWith("knobs");
        assertThat(result.diagnostics().get(0).notes())
                .extracting(note -> note.place().text().strip())
                .allMatch(line -> line.startsWith("web:"));
    }

    @Test
    void aRangeIsHeldToTheRulesOfWhatItIsIn() {
        String law = "query: \"lognormal(mean $mean, p99 60ms)\"";
        String sound = "knobs: { mean: { is: 8ms, range: 5ms .. 9ms } }";
        assertThat(result(sound, "query: exponential(mean 5ms)", law).diagnostics())
                .isEmpty();
        assertThat(result(sound.replace("9ms", "90ms"), "query: exponential(mean 5ms)", law)
                        .diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.help()).contains("the quantile must be at least the mean"));
    }

    @Test
    void aRangeIsHeldToTheTextsThatItsKnobIsPutInto() {
        String monitor = "monitors: { down: { watches: web, alert: success < $limit for 1m, tells: [down] } }\n";
        LoadResult sound = result(monitor + "knobs: { limit: { is: 95%, range: 90% .. 99%, basis: chosen } }", "", "");
        assertThat(sound.errors()).isEmpty();
        assertThat(sound.knobs())
                .containsExactly(new Knob(
                        "knobs.limit", "95%", "90%", "99%", Basis.CHOSEN, "", null, List.of("monitors.down.alert")));
        LoadResult wide = result(monitor + "knobs: { limit: { is: 95%, range: 90% .. 120% } }", "", "");
        assertThat(wide.errors()).extracting(Diagnostic::code).containsExactly(Code.RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"knobs: { a: $b, b: 5 }", "knobs: { a: $a }", "knobs: { a: { is: $b x2, range: 1 .. 9 }, b: 5 }"
            })
    void aKnobIsNoOtherKnob(String knobs) {
        LoadResult result = result(knobs, "workers: 10", "workers: $a");
        assertThat(result.errors()).extracting(Diagnostic::code).containsExactly(Code.KNOB);
        assertThat(result.errors().get(0).help()).endsWith("in place of $a");
    }

    // --- multiples

    @Test
    void aRangeGrowsWithItsNumberAndTheBasisStays() {
        file("base.yaml", base("pool: 5", "pool: { is: 10, range: 5 .. 20, basis: chosen, source: a guess }"));
        LoadResult over = over("components: { db: { pool: x2 } }");
        assertThat(over.diagnostics()).isEmpty();
        assertThat(pool(over)).isEqualTo(20);
        assertThat(over.knobs())
                .containsExactly(new Knob("db.pool", "20", "10", "40", Basis.CHOSEN, "a guess", null, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"x2, 20, 10, 40", "+40%, 14, 7, 28", "-25%, 8, 4, 15"})
    void aLaterLayerMultipliesAKnob(String factor, int is, String from, String to) {
        String knob = "knobs: { peak: { is: 10, range: 5 .. 20, basis: chosen } }\n";
        file("base.yaml", base("pool: 5", "pool: $peak") + knob);
        LoadResult over = over("knobs: { peak: " + factor + " }");
        assertThat(over.diagnostics()).isEmpty();
        assertThat(pool(over)).isEqualTo(is);
        Knob expected =
                new Knob("knobs.peak", String.valueOf(is), from, to, Basis.CHOSEN, "", null, List.of("db.pool"));
        assertThat(over.knobs()).containsExactly(expected);
        LoadResult set = ScenarioLoader.standard()
                .load(Source.file(directory.resolve("base.yaml")), List.of(), List.of("knobs.peak=" + factor));
        assertThat(set.knobs()).containsExactly(expected);
    }

    @Test
    void aMultipleTakesThePlaceOfAKnobThatIsOne() {
        file("base.yaml", base("usual: 4/s", "usual: $some") + "knobs: { some: { is: 4/s, range: 2/s .. 8/s } }\n");
        assertThat(over("knobs: { some: x2 }").knobs()).extracting(Knob::is).containsExactly("8/s");
        file("base.yaml", base("usual: 4/s", "usual: $some") + "knobs: { some: x4 }\n");
        assertThat(over("knobs: { some: x3 }").errors().get(0).message())
                .endsWith("for x3")
                .doesNotContain("x12");
    }

    @Test
    void aMultipleOfAKnobIsOfWhatTheKnobIs() {
        file("base.yaml", base("pool: 5", "pool: $peak") + "knobs: { peak: { is: 10, range: 5 .. 20 } }\n");
        LoadResult over = over("components: { db: { pool: x2 } }");
        assertThat(pool(over)).isEqualTo(20);
        assertThat(over.knobs()).extracting(Knob::path, Knob::is).containsExactly(tuple("knobs.peak", "10"));
    }

    @Test
    void aMultipleThatComesToAnIllegalValueIsWhereTheMistakeIs() {
        file("base.yaml", base("pool: 5", "pool: 5"));
        LoadResult over = over("components:\n  db: { pool: -100% }\n  web: { workers: x0 }");
        assertThat(over.errors()).hasSize(2).allSatisfy(found -> {
            assertThat(found.file()).endsWith("over.yaml");
            assertThat(found.notes()).singleElement().satisfies(note -> {
                assertThat(note.message()).isEqualTo("the value below it is here");
                assertThat(note.place().file()).endsWith("base.yaml");
            });
        });
    }

    @Test
    void twoMultiplesOfOneIllegalKindAreTwoMistakes() {
        LoadResult result = result("""
                  one: { like: slow, workers: x0 }
                  two: { like: slow, workers: -100% }
                classes: { slow: { is: server, workers: 5, work: 1ms } }
                """, "", "");
        assertThat(result.errors()).extracting(Diagnostic::code).containsExactly(Code.RANGE, Code.RANGE);
        assertThat(result.errors()).extracting(found -> found.place().line()).doesNotHaveDuplicates();
    }

    @Test
    void aMultipleThatNoNumberCanBeIsToldInWordsOfTheLanguage() {
        LoadResult result = result("knobs: { big: 2000000000 }", "pool: 5", "pool: $big x3");
        assertThat(result.errors())
                .singleElement()
                .satisfies(found -> assertThat(found.message())
                        .contains("must be at most 2147483647")
                        .doesNotContain("overflow"));
    }

    @Test
    void aRangeThatIsMultipliedOutOfItsUnitIsAMistake() {
        String share = "restart: { cold: { is: 50%, range: 40% .. 90% } }";
        file("base.yaml", base("work: 20ms", "work: 20ms, " + share));
        assertThat(over("components: { web: { restart: { cold: +20% } } }").errors())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("the value and the range below it"));
    }

    // --- messages

    @ParameterizedTest
    @EnumSource(names = {"RANGE", "KNOB", "VALUE"})
    void theMessagesAboutNumbersAreTheOnesAgreedOn(Code code) {
        Path files = CodeFixture.of(code).directory();
        LoadResult result = ScenarioLoader.standard().load(Source.file(files.resolve("numbers.yaml")));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsOnly(code);
        Fixtures.assertCurrent(files.resolve("numbers.txt"), DiagnosticPrinter.print(result.diagnostics()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1e9", "2x", "*2", "x 2", "+40%%", "x-1"})
    void whatLooksLikeAFactorIsToldHowOneIsWritten(String text) {
        LoadResult result = result("", "workers: 10", "workers: \"" + text + "\"");
        assertThat(result.errors())
                .singleElement()
                .satisfies(found -> assertThat(found.help())
                        .isEqualTo("a factor on the value below is written x2, x0.5, +40% or -20%"));
    }

    @Test
    void aFactorWithABasisIsToldToStandAlone() {
        file("base.yaml", base("pool: 5", "pool: 5"));
        assertThat(over("components: { db: { pool: { is: x2, basis: chosen } } }")
                        .errors())
                .singleElement()
                .satisfies(found -> assertThat(found.help()).startsWith("write the factor alone, pool: x2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knobs: { pea'k: 5 }", "monitors: { do@wn: null }"})
    void aNameIsHeldToItsRuleEvenWhereNothingIsUnderIt(String text) {
        assertThat(result(text, "", "").errors()).extracting(Diagnostic::code).containsExactly(Code.NAME);
    }

    @Test
    void aNumberIsNoMapOfAMap() {
        assertThat(result("", "workers: 10", "workers: { is: { is: 5 } }").errors())
                .extracting(Diagnostic::message)
                .containsExactly("'is' must be a single number, but was a map");
    }

    @Test
    void theScenarioAsAWholeIsNotCalledByAName() {
        String text = Fixtures.small().replace("clock: 2026-03-14T08:00Z .. 09:00\n", "");
        assertThat(Fixtures.load(directory, text).errors())
                .extracting(Diagnostic::message)
                .containsExactly("the scenario must have 'clock'");
    }

    @Test
    void settingsOfAThingOfUnknownKindAreReadAsFarAsTheyMeanOneThing() {
        LoadResult result =
                result("", "web: { is: server, workers: 10", "web: { like: servce, replicas: x2, workers: many");
        assertThat(result.errors()).extracting(Diagnostic::message).anyMatch(text -> text.contains("'many'"));
        assertThat(result.errors()).hasSize(2);
    }

    // --- helpers

    /** Loads a small scenario with one text in place of another, and more lines after it. */
    private LoadResult result(String more, String replaced, String by) {
        String text = base(replaced, by);
        String whole = more.startsWith("  ")
                ? text.replace("users:\n", more.substring(0, more.indexOf("classes:")) + "users:\n")
                        + more.substring(more.indexOf("classes:"))
                : text + more + "\n";
        return Fixtures.load(directory, whole);
    }

    private static String base(String replaced, String by) {
        String text = Fixtures.small().replace("2026.1", "2026.2");
        assertThat(text).contains(replaced);
        return text.replace(replaced, by);
    }

    private LoadResult over(String text) {
        Path file = file("over.yaml", HEADER + "from: base.yaml\nscenario: over\n" + text + "\n");
        return ScenarioLoader.standard().load(Source.file(file));
    }

    private static int pool(LoadResult result) {
        Scenario scenario = Objects.requireNonNull(result.scenario());
        return ((DatabaseSpec)
                        Objects.requireNonNull(scenario.system().components().get("db")))
                .pool();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
