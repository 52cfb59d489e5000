package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.curve.Recorded;
import dev.foreshock.engine.curve.Recording;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** One user each second from the start for ten seconds, by a recording. */
    private static ScenarioBuilder people(ComponentSpec web, UsersSpec users) {
        return Scenario.named("people", Worlds.from9(Duration.ofMinutes(20)))
                .component("web", web)
                .users("people", users)
                .traffic("people", "usual", new Hold(Moment.at("09:00"), Moment.at("09:01"), Rate.perSecond(10)));
    }

    private static UsersSpec waiting(Duration patience, FailureHabits habits) {
        return Worlds.users("web", new Count(3), new Fixed(Duration.ofSeconds(2)), patience, habits);
    }

    @Test
    void everybodyLooksAtAllPagesWhereNothingFails() {
        RunResult run = Worlds.runOnce(people(Stub.after(100, OK), waiting(MINUTE, Worlds.habits(0, 0)))
                .build());
        assertThat(run.requests().offered()).isEqualTo(3 * run.users().total());
        assertThat(run.requests().succeeded()).isEqualTo(run.requests().offered());
        assertThat(run.users().total()).isBetween(500L, 700L);
        assertThat(run.users().affected()).isZero();
        assertThat(run.responseTimes().mean()).isCloseTo(0.1, within(0.0002));
    }

    @Test
    void whoDoesNotRefreshLeavesAtTheFirstFailureAndIsAffected() {
        RunResult run = Worlds.runOnce(people(Stub.after(100, ERROR), waiting(MINUTE, Worlds.habits(0, 3)))
                .build());
        assertThat(run.requests().offered()).isEqualTo(run.users().total());
        assertThat(run.users().affectedShare()).isEqualTo(1);
    }

    @Test
    void refreshesEndAfterTheirNumber() {
        RunResult run = Worlds.runOnce(people(Stub.after(100, ERROR), waiting(MINUTE, Worlds.habits(100, 4)))
                .build());
        assertThat(run.requests().offered()).isEqualTo(5 * run.users().total());
        assertThat(run.requests().failed()).isEqualTo(run.requests().offered());
    }

    @Test
    void refreshesAreMadeWithTheirChance() {
        RunResult run = Worlds.runOnce(people(Stub.after(100, ERROR), waiting(MINUTE, Worlds.habits(50, 1)))
                .build());
        assertThat((double) run.requests().offered() / run.users().total()).isBetween(1.4, 1.6);
    }

    @Test
    void impatienceIsATimeout() {
        RunResult run = Worlds.runOnce(people(Stub.after(3000, OK), waiting(Duration.ofSeconds(2), Worlds.habits(0, 0)))
                .build());
        assertThat(run.requests().outcomes()).containsOnlyKeys("timedOut");
        assertThat(run.responseTimes().p99()).isCloseTo(2, within(0.003));
    }

    @Test
    void aUserIsAffectedByAPageThatTookLongerThanTheLimitRefreshesIncluded() {
        // fails at once, refresh after 5 s, fails at once, refresh after 5 s, content after 0.1 s
        Stub thirdTime = Stub.after(50, ERROR, ERROR, OK);
        assertThat(affected(thirdTime, Duration.ofMillis(10_151))).isZero();
        assertThat(affected(Stub.after(50, ERROR, ERROR, OK), Duration.ofMillis(10_149)))
                .isEqualTo(1);
    }

    private static double affected(Stub web, Duration limit) {
        Definitions define = new Definitions(limit, null, ImpactSpec.STANDARD, Percent.of(50), Percent.of(99));
        Recording one =
                new Recording("one", LocalDateTime.parse("2026-01-01T09:00:00"), Duration.ofSeconds(1), List.of(30.0));
        UsersSpec users = Worlds.users("gate", new Count(1), new Fixed(Duration.ZERO), MINUTE, Worlds.habits(100, 5));
        // a queue of one in front: users are served one after another, each three times
        Scenario scenario = Scenario.named("affected", Worlds.from9(Duration.ofMinutes(5)))
                .component("gate", new PerUser(web))
                .users("people", users)
                .traffic("people", "usual", new Recorded(one, null, Multiple.x(1)))
                .define(define)
                .build();
        return Worlds.runOnce(scenario).users().affectedShare();
    }

    /** Gives every session a stub of its own. */
    public record PerUser(Stub like) implements ComponentSpec {
        @Override
        public Component build(Workbench bench) {
            return new Component() {
                private final Map<Long, Integer> seen = new HashMap<>();
                private int holding;

                @Override
                public void arrive(int call, long now) {
                    int nth = seen.merge(bench.calls().session(call), 1, Integer::sum) - 1;
                    bench.calls()
                            .note(
                                    call,
                                    like.outcomes()
                                            .get(Math.min(nth, like.outcomes().size() - 1))
                                            .index());
                    holding++;
                    bench.timers().at(now + like.takes().toNanos(), 0, call);
                }

                @Override
                public void on(int op, int call, long now) {
                    holding--;
                    bench.calls().respond(call, Outcome.at(bench.calls().note(call)));
                }

                @Override
                public int holding() {
                    return holding;
                }
            };
        }
    }

    @Test
    void usersWhoStillWaitAtTheEndAreAffectedOnceTheLimitHasPassed() {
        UsersSpec patient = Worlds.onePage("web");
        Stub never = Stub.after(1e9, OK);
        RunResult run = Worlds.runOnce(people(never, patient).build());
        assertThat(run.requests().inFlight()).isEqualTo(run.requests().offered());
        assertThat(run.users().affectedShare()).isEqualTo(1);
        Scenario shorter = Scenario.named("short", Worlds.from9(Duration.ofSeconds(15)))
                .component("web", never)
                .users("people", patient)
                .traffic("people", "usual", new Constant(Rate.perSecond(100)))
                .build();
        assertThat(Worlds.runOnce(shorter).users().affectedShare())
                .as("those of the first 5 of 15 s")
                .isBetween(0.3, 0.37);
    }

    @Test
    void thePopulationIsWhoSendsARequestInTheWindow() {
        UsersSpec users =
                Worlds.users("web", new Count(2), new Fixed(Duration.ofMinutes(5)), MINUTE, Worlds.habits(0, 0));
        ScenarioBuilder builder = people(Stub.after(1, OK), users);
        long all = Worlds.runOnce(builder.build()).users().total();
        assertThat(counted(builder, "09:00", "09:01")).isEqualTo(all);
        assertThat(counted(builder, "09:05", "09:07")).as("their second pages").isEqualTo(all);
        assertThat(counted(builder, "09:02", "09:05")).isZero();
        assertThat(counted(builder, "09:05:30", "09:20")).isBetween(all * 4 / 10, all * 6 / 10);
    }

    private static long counted(ScenarioBuilder builder, String from, String until) {
        return Worlds.runOnce(builder.define(Definitions.counting(Window.between(from, until)))
                        .build())
                .users()
                .total();
    }

    @Test
    void arrivalsArePoisson() {
        RunSet runs = Worlds.run(
                Worlds.open(Stub.after(1, OK), 2, Duration.ofSeconds(50)).build(), 400);
        double[] counts = runs.runs().stream()
                .mapToDouble(run -> run.requests().offered())
                .toArray();
        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance = Arrays.stream(counts)
                        .map(count -> (count - mean) * (count - mean))
                        .sum()
                / 399;
        assertThat(mean).as(Worlds.replay()).isCloseTo(100, within(2.0));
        assertThat(variance / mean)
                .as("index of dispersion, %s", Worlds.replay())
                .isCloseTo(1, within(0.2));
    }

    @Test
    void nobodyComesAndNothingBreaks() {
        RunResult run = Worlds.runOnce(
                Worlds.open(Stub.after(1, OK), 0, Duration.ofHours(2)).build());
        assertThat(run.requests().offered()).isZero();
        assertThat(run.users().affectedShare()).isNaN();
        assertThat(run.responseTimes()).isNull();
        assertThat(run.impacts()).isEmpty();
        assertThat(run.components().get("web").responseTime()).isNull();
    }
}
