package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every version of the model that a file can name still means what it meant. */
class SemanticsTest {
    private static final Duration NONE = Duration.ZERO;

    /** Half of the pages are one page that is soon cached; the others never come in time. */
    private static RunResult impatientRun(Semantics semantics, int refreshes) {
        ServerSpec web = ServerSpec.of(100_000, new Fixed(Duration.ofMillis(1)))
                .call("db", CallSpec.plain())
                .pageCache(new PageCacheSpec(Percent.of(50), 1, 1, Duration.ofHours(9)))
                .build();
        return Worlds.runOnce(Worlds.open(web, 50, Duration.ofMinutes(20))
                .component("db", Stub.after(5_000, OK))
                .users(
                        "visitors",
                        Worlds.users(
                                "web",
                                new Count(1),
                                new Fixed(NONE),
                                Duration.ofSeconds(1),
                                Worlds.habits(100, refreshes)))
                .semantics(semantics)
                .build());
    }

    @Test
    void aRefreshAsksForTheSamePageSince2026Point2() {
        RunResult run = impatientRun(Semantics.V2026_2, 1);
        double users = run.users().total();
        assertThat(run.requests().succeeded() / users)
                .as("a page that is not cached does not become so by a refresh")
                .isCloseTo(0.5, within(0.02));
        assertThat(run.requests().offered() / users).isCloseTo(1.5, within(0.02));
    }

    @Test
    void aRefreshDrewItsPageAnewIn2026Point1() {
        RunResult run = impatientRun(Semantics.V2026_1, 1);
        assertThat(run.requests().succeeded() / (double) run.users().total()).isCloseTo(0.75, within(0.02));
    }

    @Test
    void firstTriesAskForTheSamePagesInAllVersions() {
        assertThat(impatientRun(Semantics.V2026_2, 0).requests())
                .isEqualTo(impatientRun(Semantics.V2026_1, 0).requests());
    }

    @Test
    void aRetryAsksForWhatTheFirstTryAskedFor() {
        Stub page = Stub.after(1, ERROR);
        ServerSpec edge = ServerSpec.of(100, new Fixed(NONE))
                .call("page", CallSpec.plain().times(2).retrying(RetrySpec.of(3)))
                .build();
        Lab lab = Lab.of("edge", edge, "page", page);
        lab.call(0, "edge");
        lab.call(20, "edge");
        lab.run();
        assertThat(page.log().keys).hasSize(8).doesNotHaveDuplicates();
        assertThat(page.log().wishes).hasSize(8);
        assertThat(new HashSet<>(page.log().wishes)).as("one wish per call").hasSize(2);
        assertThat(page.log().wishes.get(0)).isEqualTo(page.log().keys.get(0));
    }

    /** The first of two replicas, of one worker each, is down from 1 ms on; the other works until 10 ms. */
    private static Meter meterAt20ms(Semantics semantics, int replicas) {
        ServerSpec web = ServerSpec.of(1, new Fixed(Duration.ofMillis(10)))
                .replicas(replicas)
                .memory(new MemorySpec(new Bytes(1), new Bytes(1)))
                .restart(RestartSpec.byHand(Duration.ofMillis(5), Percent.HUNDRED, NONE))
                .build();
        Lab lab = Lab.under(semantics, Map.of("web", web));
        for (int i = 0; i < replicas; i++) {
            lab.call(0, "web");
        }
        lab.call(1, "web");
        lab.run();
        return Objects.requireNonNull(lab.component("web").meter());
    }

    @Test
    void utilizationIsOfTheWorkersThatAreUpSince2026Point2() {
        assertThat(meterAt20ms(Semantics.V2026_2, 2).utilization(20_000_000)).isCloseTo(11 / 21.0, within(1e-9));
        assertThat(meterAt20ms(Semantics.V2026_2, 1).utilization(20_000_000))
                .as("busy while it was up")
                .isEqualTo(1);
    }

    @Test
    void utilizationWasOfAllWorkersIn2026Point1() {
        assertThat(meterAt20ms(Semantics.V2026_1, 2).utilization(20_000_000)).isCloseTo(11 / 40.0, within(1e-9));
        assertThat(meterAt20ms(Semantics.V2026_1, 1).utilization(20_000_000)).isCloseTo(1 / 20.0, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsDownIsSeenAsIdle(Semantics semantics) {
        Condition idle = Condition.of(Signal.UTILIZATION, Comparison.BELOW, 0.01, Duration.ofMinutes(1));
        ServerSpec web = ServerSpec.of(2, new Fixed(Duration.ofMillis(100)))
                .memory(new MemorySpec(new Bytes(30), new Bytes(1)))
                .build();
        ScenarioBuilder crash = Worlds.open(web, 25, Duration.ofMinutes(20))
                .monitor("idle", Alert.on("web", idle, "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(1)))
                .semantics(semantics);
        RunResult run = Worlds.runOnce(crash.build());
        assertThat(run.journal().of(Event.CRASHED)).hasSize(1);
        assertThat(run.journal().of(Event.FIRING)).hasSize(1);
    }

    @Test
    void aVersionIsFoundByWhatFilesWrite() {
        assertThat(Semantics.find("2026.1")).contains(Semantics.V2026_1);
        assertThat(Semantics.find("2025.9")).isEmpty();
        assertThat(Worlds.open(Stub.after(1, OK), 1, Duration.ofMinutes(1))
                        .build()
                        .semantics())
                .isEqualTo(Semantics.LATEST);
    }
}
