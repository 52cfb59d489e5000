package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a file, loading it ends soon and with an answer. */
class HostileInputTest {

    /** Five times what an idle machine may take, 2 s: how fast this one is must not decide. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    static Stream<Arguments> hostile() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        return Stream.of(
                Arguments.of("alias bomb", Code.ANCHOR, bomb),
                Arguments.of("flow depth", Code.DEPTH, "x: " + "[".repeat(10_000)),
                Arguments.of("map depth", Code.DEPTH, "x: " + "{a: ".repeat(10_000)),
                Arguments.of("block depth", Code.DEPTH, nested(2_000)),
                Arguments.of("NUL", Code.ENCODING, "foreshock: 1\0"),
                Arguments.of("control character", Code.ENCODING, "foreshock: 1\u0001"),
                Arguments.of("only spaces", Code.EMPTY, "   \n\n"),
                Arguments.of("nothing", Code.EMPTY, ""),
                Arguments.of("null", Code.EMPTY, "~"),
                Arguments.of("a list", Code.DOCUMENT, "- 1\n- 2\n"),
                Arguments.of("a word", Code.DOCUMENT, "hello"),
                Arguments.of("a directive", Code.VERSION, "%YAML 1.2\n---\nx-a: 1\n"),
                Arguments.of("a strange directive", Code.SYNTAX, "%YAML 99999999999999999999.1\n---\nx: 1\n"),
                Arguments.of("an unknown escape", Code.SYNTAX, "x: \"\\q\"\n"),
                Arguments.of("an open quote", Code.SYNTAX, "x: \"" + "a\n".repeat(10_000)),
                Arguments.of("many keys", Code.DUPLICATE_KEY, "k: 1\n".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileFileIsRefusedInTime(String name, Code code, String text) {
        LoadResult result = inTime(() -> Fixtures.load(directory, text));
        assertThat(result.scenario()).isNull();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(code);
        assertThat(DiagnosticPrinter.print(result.diagnostics()))
                .doesNotContain("Exception")
                .hasSizeLessThan(100_000);
    }

    @Test
    void hugeNumbersAreRefusedAsTheValuesTheyAre() {
        for (String number :
                new String[] {"9".repeat(400), "1e999", "-1", "0x7fffffff", "99999999999", "nan", ".inf"}) {
            String text = Fixtures.small().replace("workers: 10", "workers: " + number);
            assertThat(Fixtures.load(directory, text).errors()).as(number).hasSize(1);
        }
        for (String time : new String[] {"9".repeat(400) + "s", "999999999999999d", "1e9s", "-5s", "5s5s5", "5 s 3"}) {
            String text = Fixtures.small().replace("timeout: 1s", "timeout: " + time);
            assertThat(Fixtures.load(directory, text).errors()).as(time).hasSize(1);
        }
    }

    @Test
    void aNumberThatNoSettingCanBeIsToldTheLimitsOfItsOwnAtItsPlace() {
        for (String number : new String[] {"1000000000000", "1e12", "99999999999999999999", "3000000000"}) {
            assertThat(only("workers: 10", "workers: " + number).message())
                    .isEqualTo("'workers' must be between 1 and 1000000, but was '" + number + "'");
            assertThat(only("pool: 5", "pool: " + number).message())
                    .isEqualTo("'pool' must be between 1 and 1000000, but was '" + number + "'");
            assertThat(only("workers: 10", "workers: 10, queue: " + number).message())
                    .isEqualTo("'queue' must be between 0 and 1000000000, but was '" + number + "'");
            assertThat(only("timeout: 1s", "timeout: 1s, retries: " + number).message())
                    .as("one value in place of a map")
                    .isEqualTo("'retries' must be between 0 and 1000, but was '" + number + "'");
        }
        assertThat(only("timeout: 1s", "timeout: 1e30s").message())
                .isEqualTo("'timeout' must be between 1ns and 3650d, but was '1e30s'");
        assertThat(only("work: 20ms", "work: 1e30s").message())
                .isEqualTo("'work' must be between 0s and 3650d, but was '1e30s'");
        assertThat(only("usual: 4/s", "usual: 1e30/s").message())
                .isEqualTo("'usual' must be less than 10^15/s, but was '1e30/s'");
        assertThat(only("pages: 3", "pages: 0").message())
                .as("the file does not speak of the value of a count")
                .isEqualTo("'pages' must be between 1 and 1000000, but was 0");
        Diagnostic unlimited = only("workers: 10", "workers: 10, queue: -1");
        assertThat(unlimited.message()).isEqualTo("'queue' must be between 0 and 1000000000, but was -1");
        assertThat(unlimited.help())
                .as("what -1 means elsewhere is named")
                .startsWith("or leave it out. ")
                .contains("any number");
    }

    /** Returns the only thing to say of a scenario with a number spoiled: a range, shown where the number is. */
    private Diagnostic only(String what, String by) {
        String text = Fixtures.small().replace(what, by);
        LoadResult result = inTime(() -> Fixtures.load(directory, text));
        assertThat(result.errors()).as(by).hasSize(1);
        Diagnostic found = result.errors().get(0);
        String number = by.substring(by.lastIndexOf(' ') + 1);
        assertThat(found.code()).as(by).isEqualTo(Code.RANGE);
        assertThat(found.place().text().substring(found.column() - 1)).as(by).startsWith(number);
        return found;
    }

    static Stream<Arguments> large() {
        String web = "work: 20ms";
        return Stream.of(
                Arguments.of("a duration of many parts", web, "work: " + "1s".repeat(1_000_000)),
                Arguments.of("a call of many arguments", web, "work: fixed(" + "a b; ".repeat(500_000) + ")"),
                Arguments.of("a range of many dots", web, "work: " + "a .. ".repeat(500_000)),
                Arguments.of("spaces", web, "work: \"1" + " ".repeat(2_000_000) + "s\""),
                Arguments.of("a long key", web, "k".repeat(900) + ": 1, " + web),
                Arguments.of("a long quoted key", web, "\"" + "k".repeat(2_000_000) + "\": 1, " + web),
                Arguments.of("a long kind", "is: server", "is: " + "k".repeat(2_000_000)),
                Arguments.of("a long name", "enters: web", "enters: " + "k".repeat(2_000_000)),
                Arguments.of("a list of many", "enters: web", "enters: [" + "a, ".repeat(500_000) + "]"),
                Arguments.of("many unknown settings", web, many() + web),
                Arguments.of(
                        "many unknown sections", "scenario: small", many().replace(", ", "\n") + "scenario: small"),
                Arguments.of("many components", "  web:", "  " + many().replace(", ", "\n  ") + "web:"));
    }

    @Test
    void importsThatDoubleEachOtherAreRefusedBeforeTheyFillTheMemory() throws IOException {
        for (int i = 0; i < 20; i++) {
            String next = "{ from: bomb-" + (i + 1) + ".yaml }";
            String components = i == 19
                    ? "  web: { is: server, workers: 1, work: 1ms }\n"
                    : "  a: " + next + "\n  b: " + next + "\n";
            Files.writeString(
                    directory.resolve("bomb-" + i + ".yaml"),
                    "foreshock: 1\nsemantics: 2026.1\nsystem: bomb\ncomponents:\n" + components);
        }
        String text = Fixtures.small().replace("components:\n", "components:\n  x: { from: bomb-0.yaml }\n");
        LoadResult result = inTime(() -> Fixtures.load(directory, text));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(Code.LIMIT);
    }

    @Test
    void classesThatRepeatMuchAreRefusedBeforeTheyFillTheMemory() {
        StringBuilder text = new StringBuilder("classes:\n  huge: { is: server, workers: 1, work: 1ms, ");
        text.append(many().replace("key-", "x-")).append("}\n");
        StringBuilder components = new StringBuilder("components:\n");
        for (int i = 0; i < 2_000; i++) {
            components.append("  c").append(i).append(": { like: huge }\n");
        }
        String whole = Fixtures.small().replace("components:\n", components) + text;
        LoadResult result = inTime(() -> Fixtures.load(directory, whole));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(Code.LIMIT);
    }

    @Test
    void aFileOfAHundredMegabytesIsRefusedUnread() throws IOException {
        Path huge = directory.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        LoadResult result = inTime(() -> ScenarioLoader.standard().load(Source.file(huge)));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FILE_SIZE);
    }

    private static String many() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("key-").append(i).append(": 1, ");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void aLargeValueIsRefusedInTime(String name, String what, String by) {
        String text = Fixtures.small().replace(what, by);
        LoadResult result = inTime(() -> Fixtures.load(directory, text));
        assertThat(result.errors()).isNotEmpty();
        assertThat(DiagnosticPrinter.print(result.diagnostics()))
                .doesNotContain("Exception")
                .hasSizeLessThan(100_000);
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() throws IOException {
        assertThat(code(Source.file(directory))).isEqualTo(Code.FILE);
        assertThat(code(Source.file(directory.resolve("missing.yaml")))).isEqualTo(Code.FILE);
        assertThat(code(Source.of("no-such-scenario"))).isEqualTo(Code.UNKNOWN_SCENARIO);
        assertThat(code(Source.of("a\0b.yaml"))).isEqualTo(Code.UNKNOWN_SCENARIO);
        assertThat(code(Source.of(""))).isEqualTo(Code.UNKNOWN_SCENARIO);
        assertThat(code(Source.library("../../etc/passwd"))).isEqualTo(Code.UNKNOWN_SCENARIO);
        if (Files.exists(Path.of("/dev/zero"))) {
            assertThat(code(Source.file(Path.of("/dev/zero")))).isEqualTo(Code.FILE);
        }
        Path cut = Files.write(directory.resolve("cut.yaml"), "x: ä".getBytes(StandardCharsets.UTF_8));
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 4));
        assertThat(code(Source.file(cut))).isEqualTo(Code.ENCODING);
    }

    @Test
    void aSystemThatIsItselfAScenarioIsRefusedRatherThanFollowed() {
        String text = Fixtures.small().replace("components:", "system: { from: scenario.yaml }\ncomponents:");
        assertThat(Fixtures.load(directory, text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.DOCUMENT);
    }

    /** Measures the time of the processor: that of the clock depends on what else the machine does. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("numerous")
    void aSoundSystemOfThousandsIsReadInTime(String name, String components, String defaults) {
        LoadResult result = inTime(() -> Fixtures.load(directory, """
                foreshock: 1
                semantics: 2026.2
                scenario: many
                clock: 2026-03-14T08:00Z .. +1h
                users:
                  u: { enters: s0, visit: { pages: 1, think: 1s }, patience: 10s }
                traffic: { u: { usual: 1/s } }
                gates: { g: success >= 90% }
                """ + components + defaults));

        assertThat(result.errors()).isEmpty();
        assertThat(result.scenario()).isNotNull();
    }

    @Test
    void tooManyVariantsAreRefusedInTime() {
        StringBuilder variants = new StringBuilder("variants:\n");
        for (int i = 0; i < 3_000; i++) {
            variants.append("  v")
                    .append(i)
                    .append(": { set: { s0.workers: ")
                    .append(i + 1)
                    .append(" } }\n");
        }
        LoadResult result = inTime(() -> Fixtures.load(directory, """
                foreshock: 1
                semantics: 2026.2
                scenario: many
                clock: 2026-03-14T08:00Z .. +1h
                components: { s0: { is: server, workers: 5, work: 1ms } }
                users:
                  u: { enters: s0, visit: { pages: 1, think: 1s }, patience: 10s }
                traffic: { u: { usual: 1/s } }
                gates: { g: success >= 90% }
                """ + variants));

        assertThat(result.errors()).extracting(Diagnostic::code).contains(Code.LIMIT);
    }

    static Stream<Arguments> numerous() {
        int most = 5_000;
        StringBuilder chain = new StringBuilder("components:\n");
        StringBuilder alike = new StringBuilder("components:\n");
        StringBuilder defaults = new StringBuilder("defaults:\n  components:\n");
        for (int i = 0; i < most; i++) {
            String next = i == most - 1 ? "" : ", calls: { next: { to: s" + (i + 1) + " } }";
            chain.append("  s")
                    .append(i)
                    .append(": { is: server, workers: 5, work: 1ms")
                    .append(next)
                    .append(" }\n");
            alike.append("  s").append(i).append(": { is: server, workers: 5 }\n");
        }
        for (int i = 0; i < 2_000; i++) {
            defaults.append("    \"s").append(i).append("*\": { work: 1ms }\n");
        }
        defaults.append("    \"*\": { work: 1ms }\n");
        return Stream.of(
                Arguments.of("a chain of 5 000 calls", chain.toString(), ""),
                Arguments.of("5 000 components and 2 001 selectors", alike.toString(), defaults.toString()));
    }

    private static LoadResult inTime(Supplier<LoadResult> loading) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        LoadResult result = loading.get();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(LONGEST);
        return result;
    }

    private static Code code(Source source) {
        LoadResult result = ScenarioLoader.standard().load(source);
        assertThat(result.scenario()).isNull();
        return result.diagnostics().get(0).code();
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }
}
