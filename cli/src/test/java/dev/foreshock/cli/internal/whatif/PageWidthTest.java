package dev.foreshock.cli.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is printed fits the columns there are, save commands and files, which stay whole. */
class PageWidthTest {
    private static final Pattern WHOLE = Pattern.compile("^(next|report|files|see it) .*|.*\\bfile.*|.*/.*\\.yaml.*");

    @TempDir
    Path directory;

    private String out(int width, String... line) {
        Console console = new Console(directory, false, Map.of("COLUMNS", String.valueOf(width)));
        console.run(line);
        assertThat(console.out()).as(console.err()).isNotBlank();
        return console.out();
    }

    private void requireFits(int width, String... line) {
        String out = out(width, line);
        assertThat(out.lines().filter(text -> !WHOLE.matcher(text).matches()).filter(text -> text.length() > width))
                .as("%s at %d columns:%n%s", Arrays.toString(line), width, out)
                .isEmpty();
        assertThat(out).as("nothing is cut").doesNotContain("…");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100})
    void aRunOfEveryScenarioOfTheLibraryFits(int width) {
        for (String scenario : List.of("viral-promo-surge", "real-burst", "marketplace-promo")) {
            requireFits(width, "run", scenario, "--replications", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void everyCommandFits(int width) throws IOException {
        String shop = file("shop.yaml", CompareTest.SHOP);
        requireFits(width, "run", shop, "--replications", "2");
        requireFits(width, "run", shop, "--steady");
        requireFits(width, "compare", shop, "--draws", "3");
        requireFits(
                width,
                "compare",
                file("unranked.yaml", CompareTest.SHOP.substring(0, CompareTest.SHOP.indexOf("compare:"))),
                "--draws",
                "3");
        requireFits(width, "why", shop, "--replications", "2");
        requireFits(width, "limit", shop, "--replications", "2");
        requireFits(
                width,
                "vulnerability",
                file("storm.yaml", VulnerabilityTest.STORM),
                "--trigger",
                "faults.outage.lasts=500ms..20s",
                "--load",
                "traffic.client.usual=5/s..25/s",
                "--replications",
                "1",
                "--points",
                "2");
    }

    @Test
    void aWidthThatIsNoneCountsAsTheUsualOne() throws IOException {
        String shop = file("shop.yaml", CompareTest.SHOP);
        Console odd = new Console(directory, false, Map.of("COLUMNS", "wide"));
        odd.run("compare", shop, "--draws", "3");
        String table = odd.out().substring(odd.out().indexOf("\n\n"), odd.out().indexOf("why not"));
        Console usual = new Console(directory);
        usual.run("compare", shop, "--draws", "3");
        assertThat(usual.out()).contains(table);
    }
}
