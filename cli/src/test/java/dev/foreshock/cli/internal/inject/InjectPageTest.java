package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ServerAddress;
import dev.foreshock.faults.control.ToxiproxyControl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/how-to/inject-safely.md}: its files and commands give what it shows. */
class InjectPageTest {
    private static final Pattern BLOCK = Pattern.compile("```(yaml)?\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    static List<String> blocks() throws Exception {
        Path page = Path.of(System.getProperty("foreshock.root"), "docs/how-to/inject-safely.md");
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    /** Returns a plan without what is another each time or on each machine. */
    private static String masked(String plan) {
        return plan.replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS")
                .replaceAll("[0-9a-f]{16}", "HASH")
                .replaceAll("(?<=foreshock-)[0-9a-f]{10}|[0-9a-f]{10}(?=\\.invalid)", "RUN")
                .replace("./foreshock inject", "foreshock inject");
    }

    @Test
    void theDryRunOfThePageShowsWhatThePageShows() throws Exception {
        List<String> blocks = blocks();
        assertThat(blocks.get(2)).isEqualTo("./foreshock inject slow-db.yaml --target staging.yaml --dry-run\n");
        try (EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0))) {
            new ToxiproxyControl(new ServerAddress("127.0.0.1", server.port()), Duration.ofSeconds(20))
                    .createProxy(new ProxyState("db", "127.0.0.1:0", "127.0.0.1:5432", true, List.of()));
            Path scenario = Files.writeString(directory.resolve("slow-db.yaml"), blocks.get(0));
            Files.writeString(directory.resolve("staging.yaml"), blocks.get(1).replace(":8474", ":" + server.port()));
            Console console = new Console(directory);
            assertThat(console.run("inject", scenario.toString(), "--target", "staging.yaml", "--dry-run"))
                    .as(console.err())
                    .isZero();
            assertThat(masked(console.out().replace(scenario.toString(), "slow-db.yaml")))
                    .isEqualTo(masked(blocks.get(3)));
        }
    }
}
