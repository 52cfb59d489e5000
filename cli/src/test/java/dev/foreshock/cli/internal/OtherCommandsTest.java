package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock check} and {@code foreshock scenarios}. */
class OtherCommandsTest {
    @TempDir
    Path directory;

    @Test
    void aSoundScenarioIsSummedUp() {
        Console console = new Console(directory);
        assertThat(console.run("check", "viral-promo-surge", "--variant", "alert"))
                .isZero();
        assertThat(console.out())
                .startsWith("ok: viral-promo-surge, 4 components")
                .contains("variants: ")
                .doesNotContain("explain");
    }

    @Test
    void severalScenariosAreCheckedAndOneThatIsInvalidCounts() throws Exception {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "foreshock: 1\nsemantics: 2026.1\nscenario: bad\nsytem: {}\n");
        Console console = new Console(directory);
        assertThat(console.run("check", "viral-promo-surge", file.toString(), "real-burst"))
                .isEqualTo(3);
        assertThat(console.out())
                .contains("ok: viral-promo-surge", "invalid: " + file + ", ", "ok: real-burst")
                .contains("more: foreshock explain E0202 E0201");
        assertThat(console.run("check", "viral-promo-surge", "real-burst")).isZero();
        assertThat(console.out()).contains("ok: viral-promo-surge", "ok: real-burst");
    }

    @Test
    void aWarningAloneIsNoReasonToFail() {
        Path warned = Path.of(System.getProperty("foreshock.root", ".."))
                .resolve("scenarios/src/test/resources/errors/W0401/scenario.yaml");
        Console console = new Console(directory);
        assertThat(console.run("check", warned.toString())).isZero();
        assertThat(console.out())
                .contains("warning[W0401]", "0 gates, 1 warning\n")
                .endsWith("more: foreshock explain W0401\n");
    }

    @Test
    void aWarningIsAsBadAsAnErrorWhereNoneIsAllowed() {
        Console console = new Console(directory);
        assertThat(console.run("check", "real-burst", "--strict")).isEqualTo(3);
        assertThat(console.out())
                .contains("warning[W0504]", "invalid: real-burst, 0 errors, 1 warning: none is allowed with --strict");
        assertThat(console.run("check", "viral-promo-surge", "--strict")).isZero();
        assertThat(console.run("check", "real-burst", "--strict", "--json")).isEqualTo(3);
        assertThat(console.out()).contains("\"ok\" : false", "\"severity\" : \"warning\"");
    }

    @Test
    void trafficTooLargeToNumberIsAFindingLikeAnyOther() {
        Console console = new Console(directory);
        assertThat(console.run("check", "viral-promo-surge", "--set", "traffic.shopper.usual=100000000/s"))
                .isEqualTo(3);
        assertThat(console.out()).contains("error[E0301]: traffic.shopper: users of one class in one run must be");
        assertThat(console.err()).isEmpty();
        assertThat(console.run("check", "viral-promo-surge", "--json", "--set", "traffic.shopper.usual=100000000/s"))
                .isEqualTo(3);
        assertThat(console.out()).contains("\"ok\" : false", "E0301");
    }

    @Test
    void colorsShowTheLevelAndThePlaceOnATerminal() throws Exception {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "foreshock: 1\nsemantics: 2026.1\nscenario: bad\nsytem: {}\n");
        Console terminal = new Console(directory, true, Map.of());
        terminal.run("check", file.toString());
        assertThat(terminal.out()).contains("\u001b[1;31merror[E0201]\u001b[0m: ", "\u001b[1;31m^^^^^\u001b[0m help");
        terminal.run("run", file.toString());
        assertThat(terminal.err()).contains("\u001b[1;31merror[E0201]\u001b[0m: ");
        terminal.run("check", file.toString(), "--color", "never");
        assertThat(terminal.out()).doesNotContain("\u001b");
        Console pipe = new Console(directory);
        pipe.run("check", file.toString());
        assertThat(pipe.out()).doesNotContain("\u001b");
        pipe.run("check", file.toString(), "--color", "always");
        assertThat(pipe.out()).contains("\u001b[1;31m");
    }

    @Test
    void mistakesAreShownWithTheirPlace() throws Exception {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "foreshock: 1\nsemantics: 2026.1\nscenario: bad\nsytem: {}\n");
        Console console = new Console(directory);
        assertThat(console.run("check", file.toString())).isEqualTo(3);
        assertThat(console.out()).contains("sytem", "--> ", "bad.yaml:4");
    }

    @Test
    void theLibraryIsListedWithItsVariants() {
        Console console = new Console(directory);
        assertThat(console.run("scenarios")).isZero();
        assertThat(console.out()).contains("viral-promo-surge", "real-burst", "capacity");
        assertThat(console.run("scenarios", "--json")).isZero();
        assertThat(console.out()).startsWith("[\n  {\n    \"name\" : ").contains("\"variants\" : [");
    }
}
