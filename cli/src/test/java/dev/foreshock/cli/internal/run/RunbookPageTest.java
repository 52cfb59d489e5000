package dev.foreshock.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/how-to/end-an-outage-by-hand.md}: its file and commands give what it shows. */
class RunbookPageTest {
    private static final Pattern BLOCK = Pattern.compile("```(yaml)?\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theRunsOfThePageShowWhatThePageShows() throws Exception {
        Path page = Path.of(System.getProperty("foreshock.root"), "docs/how-to/end-an-outage-by-hand.md");
        List<String> blocks = BLOCK.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(2))
                .toList();
        String file = Files.writeString(directory.resolve("let-back-in.yaml"), blocks.get(0))
                .toString();
        Console console = new Console(directory);
        assertThat(console.run("run", file)).as(console.err()).isZero();
        assertThat(console.out().lines()).containsAll(blocks.get(2).lines().toList());
        assertThat(console.run("run", file, "--variant", "cause-alone"))
                .as(console.err())
                .isEqualTo(ExitCode.DEVIATED.number());
        assertThat(console.out().lines()).containsAll(blocks.get(3).lines().toList());
        assertThat(console.run("compare", file)).as(console.err()).isZero();
        assertThat(console.out())
                .containsPattern("as it happened +passed .* 30m00s")
                .containsPattern("at-once +passed .* 24m00s")
                .containsPattern("cause-alone +deviated ");
    }
}
