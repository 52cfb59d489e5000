package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in a message can be pasted: it is called as this one was. */
class CommandNameTest {
    @TempDir
    Path directory;

    @Test
    void hintsCallTheCommandAsTheUserDoes() {
        Console console = new Console(directory, false, Map.of("FORESHOCK_COMMAND", "./foreshock"));
        console.run("scenarios");
        assertThat(console.out()).contains("\n./foreshock run NAME ");
        console.run("--help");
        assertThat(console.out()).contains("Usage: ./foreshock ", "Start with:  ./foreshock run ");
        console.run("chekc");
        assertThat(console.err()).contains("./foreshock check");
        console.run("run");
        assertThat(console.err()).contains("try: ./foreshock run --help");
        console.run("check", "nowhere.yaml");
        assertThat(console.out()).contains("more: ./foreshock explain E0001");
        console.run("run", "viral-promo-surge", "--replications", "1");
        assertThat(console.out()).contains("next    ./foreshock compare viral-promo-surge");
        assertThat(directory.resolve("runs/viral-promo-surge/postmortem.md"))
                .content()
                .contains("./foreshock why viral-promo-surge\n", "./foreshock run viral-promo-surge --seed 1177");
    }

    @Test
    void aPathWithSpacesIsQuoted() {
        Console console = new Console(directory, false, Map.of("FORESHOCK_COMMAND", "../my tools/foreshock"));
        console.run("scenarios");
        assertThat(console.out()).contains("\n'../my tools/foreshock' run NAME ");
    }

    @Test
    void whereNothingIsKnownOfTheCallTheNameIsUsed() {
        Console console = new Console(directory);
        console.run("scenarios");
        assertThat(console.out()).contains("\nforeshock run NAME ");
    }
}
