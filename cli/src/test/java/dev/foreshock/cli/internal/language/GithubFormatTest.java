package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.reports.StepSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --format github}: a shop that is too small, its gates in a file that another begins from. */
class GithubFormatTest {
    private static final String HEAD = "foreshock: 1\nsemantics: 2026.2\n";
    private static final String SHOP = HEAD + """
            scenario: little-shop
            clock: 2026-03-14T08:00Z .. +10m
            knobs:
              peak: { is: 55/s, range: 51/s .. 70/s, basis: chosen }
            components:
              web: { is: server, workers: 5, work: 100ms, queue: 20 }
            users:
              u: { enters: web, visit: { pages: 1, think: 1s }, patience: 2s }
            traffic: { u: { usual: $peak } }
            gates:
              served: success >= 99%
              upright: crashes(web) = 0
            """;
    private static final String VARIANTS = """
            variants:
              double: { set: { web.replicas: 2 }, costs: { server-hours: 8760/year } }
              longer:
                set: { web.queue: 40 }
                costs: { server-hours: 1 }
            compare: { rank-by: server-hours }
            """;

    @TempDir
    Path directory;

    private Console console(Map<String, String> environment) {
        return new Console(directory, false, environment);
    }

    private void file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private static List<String> annotations(String out) {
        return out.lines().filter(line -> line.startsWith("::")).toList();
    }

    @Test
    void aDeviatedGateIsAnErrorAtItsLineWithWhatWasObservedAndWanted() throws IOException {
        file("load/shop.yaml", SHOP);
        Console console = console(Map.of());

        assertThat(console.run("run", path("load/shop.yaml"), "--replications", "3", "--format", "github"))
                .isEqualTo(4);

        assertThat(annotations(console.out()))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "::error file=load/shop.yaml,line=13,endLine=13,title=gate served deviated::observed ")
                        .contains("(95 %25: ", "wanted success >= 99%25"));
        assertThat(console.out()).contains("\n## little-shop\n", "| served |", "exit 4: deviated");
        assertThat(directory.resolve("runs/little-shop/report.html")).exists();
    }

    @Test
    void anAnnotationPointsAtTheFileThatTheGateIsWrittenIn() throws IOException {
        file("base.yaml", SHOP);
        file("over.yaml", HEAD + "from: base.yaml\nscenario: over\n");
        file("strict.yaml", HEAD + "overlay: strict\n\ngates:\n  quick: response-time.p99 <= 1ms\n");
        Console console = console(Map.of());

        console.run(
                "run",
                path("over.yaml"),
                "--overlay",
                path("strict.yaml"),
                "--replications",
                "2",
                "--format",
                "github");

        assertThat(annotations(console.out()))
                .anyMatch(line -> line.startsWith("::error file=base.yaml,line=13,"))
                .anyMatch(line -> line.startsWith("::error file=strict.yaml,line=6,"));
    }

    @Test
    void theSummaryIsAppendedToWhatTheStepSaidAlready() throws IOException {
        file("shop.yaml", SHOP);
        file("summary.md", "# before\n");
        Console console = console(Map.of("GITHUB_STEP_SUMMARY", path("summary.md")));

        console.run("run", path("shop.yaml"), "--replications", "2", "--format", "github");

        assertThat(directory.resolve("summary.md")).content().startsWith("# before\n\n## little-shop\n");
        assertThat(console.out()).doesNotContain("## little-shop").contains("exit 4: deviated");
    }

    @Test
    void aSummaryThatIsFullStaysAsItIs() throws IOException {
        file("shop.yaml", SHOP);
        file("summary.md", "x".repeat(StepSummary.MOST_BYTES - 10));
        Console console = console(Map.of("GITHUB_STEP_SUMMARY", path("summary.md")));

        assertThat(console.run("run", path("shop.yaml"), "--replications", "2", "--format", "github"))
                .isEqualTo(4);

        assertThat(Files.size(directory.resolve("summary.md"))).isEqualTo(StepSummary.MOST_BYTES - 10);
        assertThat(console.err()).contains("the summary of this step is full");
    }

    @Test
    void ofMoreThanTenFindingsTheTenthSaysHowManyAreLeft() throws IOException {
        String many = IntStream.range(0, 14)
                .mapToObj(i -> "  many-" + i + ": response-time.p99 <= " + (i + 1) + "us\n")
                .collect(Collectors.joining());
        file("shop.yaml", SHOP + many);
        Console console = console(Map.of());

        console.run("run", path("shop.yaml"), "--replications", "2", "--format", "github");

        List<String> lines = annotations(console.out());
        assertThat(lines).hasSize(10);
        assertThat(lines.get(9)).startsWith("::error title=6 more::6 more are left");
    }

    @Test
    void aScenarioOfTheLibraryIsAnnotatedWithoutAFile() {
        Console console = console(Map.of());

        console.run("run", "viral-promo-surge", "--judge", "gates", "--replications", "1", "--format", "github");

        assertThat(annotations(console.out())).hasSize(3).allMatch(line -> line.startsWith("::error title=gate "));
    }

    @Test
    void aComparisonPointsAtGatesVariantsAndTheKnobThatDecides() throws IOException {
        file("shop.yaml", SHOP + VARIANTS.replaceAll("  double.*\n", ""));
        Console console = console(Map.of());

        assertThat(console.run("compare", path("shop.yaml"), "--format", "github"))
                .isEqualTo(4);

        assertThat(annotations(console.out()))
                .anyMatch(line -> line.startsWith("::error file=shop.yaml,line=13,endLine=13,title=gate served"))
                .anyMatch(line -> line.startsWith("::error file=shop.yaml,line=16,endLine=18,title=variant longer"));
        assertThat(console.out()).contains("| longer |", "foreshock compare");
    }

    @Test
    void whereASetSufficesNothingIsAnError() throws IOException {
        file("shop.yaml", SHOP + VARIANTS);
        Console console = console(Map.of());

        assertThat(console.run("compare", path("shop.yaml"), "--format", "github"))
                .isZero();

        assertThat(annotations(console.out()))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("::notice "))
                .anyMatch(line -> line.contains("line=16,endLine=16,title=variant double is the cheapest"));
    }

    @Test
    void theCausesOfAnImpactAreSummedUp() throws IOException {
        file("shop.yaml", SHOP);
        Console console = console(Map.of());

        assertThat(console.run("why", path("shop.yaml"), "--replications", "2", "--format", "github"))
                .isZero();
        assertThat(console.out()).startsWith("## little-shop: why").contains("| web.workers |");
    }

    @Test
    void whatCannotBeReadIsAnnotatedAtItsMistakes() throws IOException {
        file("shop.yaml", SHOP.replace("workers: 5", "wrkers: 5"));
        Console console = console(Map.of());

        assertThat(console.run("run", path("shop.yaml"), "--format", "github")).isEqualTo(3);
        assertThat(annotations(console.out())).isNotEmpty().allMatch(line -> line.startsWith("::error file=shop.yaml"));
    }

    @Test
    void twoFormatsAtOnceAreRefused() {
        assertThat(console(Map.of()).run("run", "viral-promo-surge", "--json", "--format", "github"))
                .isEqualTo(2);
    }
}
