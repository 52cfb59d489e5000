package dev.foreshock.faults.heal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.internal.journal.Entry;
import dev.foreshock.faults.internal.journal.Journal;
import dev.foreshock.faults.undo.Before;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunsTest {
    @TempDir
    private Path state;

    private void begin(String run, String... servers) throws Exception {
        Journal.create(
                        state,
                        new Entry.Begun(
                                run,
                                "staging",
                                "hash",
                                Arrays.stream(servers)
                                        .map(server -> new Before(server, java.util.List.of()))
                                        .toList()))
                .close();
    }

    @Test
    void runsAreFoundByTheServerThatTheyMayHaveTouched() throws Exception {
        begin("r1", "a:1");
        begin("r2", "b:1", "a:1");
        begin("r3", "b:1");
        Healing healing = Healing.in(state, Duration.ofSeconds(1));
        assertThat(healing.unfinishedOn("a:1")).containsExactly("r1", "r2");
        assertThat(healing.unfinishedOn("c:1")).isEmpty();
        healing.accept("r1", "a test");
        assertThat(healing.unfinishedOn("a:1")).containsExactly("r2");
        assertThat(healing.unfinished()).containsExactly("r2", "r3");
    }

    @Test
    void journalsAreInTheStateDirectoryOfTheUserUnlessThatIsElsewhere() {
        assertThat(StatePlace.usual(Map.of("XDG_STATE_HOME", "/var/lib/me")))
                .isEqualTo(Path.of("/var/lib/me/foreshock"));
        Path usual = Path.of(System.getProperty("user.home"), ".local", "state", "foreshock");
        assertThat(StatePlace.usual(Map.of())).isEqualTo(usual);
        assertThat(StatePlace.usual(Map.of("XDG_STATE_HOME", "relative"))).isEqualTo(usual);
    }
}
