package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock show}. */
class ShowTest {

    @TempDir
    Path directory;

    @Test
    void aSectionAPathOrASelectorIsPrintedAlone() {
        Console console = new Console(directory);
        assertThat(console.run("show", "viral-promo-surge", "--only", "components"))
                .isZero();
        assertThat(console.out()).startsWith("components:\n").doesNotContain("users:");
        assertThat(console.run("show", "viral-promo-surge", "--only", "is=database"))
                .isZero();
        assertThat(console.out()).contains("is: database").doesNotContain("is: server");
        assertThat(console.run("show", "viral-promo-surge", "--only", "nothing"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--only must name a section, a setting or a component");
    }

    @Test
    void aMultipleIsPrintedWithWhatItIsOf() {
        Console console = new Console(directory);
        assertThat(console.run(
                        "show",
                        "viral-promo-surge",
                        "--origin",
                        "--only",
                        "define.affected",
                        "--set",
                        "define.affected=x3"))
                .isZero();
        assertThat(console.out()).startsWith("  affected: 30s ").contains("# set define.affected=x3 (x3 of 10s");
    }

    @Test
    void aTargetIsPrinted() throws Exception {
        Path file = Files.writeString(
                directory.resolve("here.yaml"),
                "foreshock: 1\nsemantics: 2026.2\ntarget: here\nenvironment: test\nprobes: { web: http://localhost/ }\n");
        Console console = new Console(directory);
        assertThat(console.run("show", file.toString())).isZero();
        assertThat(console.out()).isEqualTo("""
                        foreshock: 1
                        semantics: 2026.2
                        target: here
                        environment: test
                        probes:
                          web: http://localhost/
                        """);
    }
}
