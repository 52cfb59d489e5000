package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
                .contains("variants: ");
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
    void aCheckIsJsonWhereWanted() throws Exception {
        Console console = new Console(directory);
        assertThat(console.run("check", "viral-promo-surge", "--json")).isZero();
        assertThat(console.out()).startsWith("{\"ok\": true, \"scenario\": \"viral-promo-surge\"");
        assertThat(console.run("check", "no\"where.yaml", "--json")).isEqualTo(3);
        assertThat(console.out()).contains("\"ok\": false", "no\\\"where.yaml", "\"code\": \"E0001\"");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void theLibraryIsListedWithItsVariants() {
        Console console = new Console(directory);
        assertThat(console.run("scenarios")).isZero();
        assertThat(console.out()).contains("viral-promo-surge", "real-burst", "capacity");
        assertThat(console.run("scenarios", "--json")).isZero();
        assertThat(console.out()).startsWith("[{\"name\": ").contains("\"variants\": [");
    }
}
