package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.whatif.CompareTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule for exit codes 2 and 3: what can be seen to be wrong in the command line alone, or that there is nowhere to write, is 2;
 * what turns out to be wrong in what was read for it is 3, be it a file or a name in it.
 */
class RefusedNamesTest {
    private static final Pattern JAVA =
            Pattern.compile("Exception|\\b(?:long|int|null|enum|Optional|Integer)\\b|java\\.|at dev\\.");
    private static final List<String> READING = List.of("run", "compare", "why", "limit", "check", "show");

    @TempDir
    Path directory;

    private void expect(int code, List<String> line) {
        Console console = new Console(directory);
        assertThat(console.run(line.toArray(String[]::new)))
                .as("%s: %s", line, console.err())
                .isEqualTo(code);
        assertThat(console.out() + console.err()).as("%s", line).isNotEmpty().doesNotContainPattern(JAVA);
    }

    private String shop() throws IOException {
        return Files.writeString(directory.resolve("shop.yaml"), CompareTest.SHOP)
                .toString();
    }

    @Test
    void aNameThatIsNotInWhatWasReadIs3InEveryCommand() throws IOException {
        String shop = shop();
        List<List<String>> changes = List.of(
                List.of("--variant", "nosuch"),
                List.of("--set", "nosuch.workers=3"),
                List.of("--set", "web.nosuch=3"),
                List.of("--set", "web.workers=many"),
                List.of("--overlay", "nosuch.yaml"));
        for (String command : READING) {
            expect(3, List.of(command, "nosuch"));
            expect(3, List.of(command, "nosuch.yaml"));
            for (List<String> change : changes) {
                List<String> line = new ArrayList<>(List.of(command, shop));
                line.addAll(change);
                expect(3, line);
            }
        }
        for (String command : List.of("run", "compare", "why")) {
            expect(3, List.of(command, shop, "--without", "nosuch"));
        }
        expect(3, List.of("limit", shop, "--grow", "nosuch"));
        expect(3, List.of("report", "nosuch"));
        expect(3, List.of("migrate", "nosuch.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed 9999999999999999999999",
                "--seed abc",
                "--replications 1e9",
                "--threads x",
                "--threads 99999999999",
                "--budget 1",
                "--format x",
                "--color x",
                "--out shop.yaml",
                "--out shop.yaml/deeper",
            })
    void anOptionThatMakesNoSenseIs2InWordsOfPeople(String option) throws IOException {
        List<String> line = new ArrayList<>(List.of("run", shop()));
        line.addAll(List.of(option.split(" ")));

        expect(2, line);
    }
}
