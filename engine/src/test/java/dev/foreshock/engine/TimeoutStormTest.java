package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A server that is asked for more than it can do, by callers who give up: nothing it does may look better than it is. */
class TimeoutStormTest {
    private static final double WORK_SECONDS = 0.1;
    private static final int WORKERS = 4;

    @Test
    void figuresOfAServerWhoseCallersGiveUpObeyTheLaws() {
        ComponentFigures web = figures(overloaded().build());

        double throughput = web.completions() / 600.0;
        double utilization = Objects.requireNonNull(web.utilization());
        assertThat(utilization)
                .as("utilization law: busy share = throughput x service time / workers")
                .isCloseTo(throughput * WORK_SECONDS / WORKERS, within(0.02));
        assertThat(Objects.requireNonNull(web.responseTime()))
                .as("nobody is faster than the queue")
                .isGreaterThan(Objects.requireNonNull(web.waitingTime()));
        assertThat(web.outcomes().get("timedOut"))
                .as("goodput is less than throughput")
                .isPositive();
    }

    @Test
    void anAlertOnResponseTimeFiresWhileEverybodyTimesOut() {
        Condition slow = Condition.of(Signal.RESPONSE_TIME, Comparison.ABOVE, 1, Duration.ofMinutes(1));
        Scenario scenario =
                overloaded().monitor("slow", Alert.on("web", slow, "sam")).build();

        assertThat(run(scenario).journal().of(Event.PAGED)).isNotEmpty();
    }

    @Test
    void anAlertAgainstTheUsualNeedsAUsualLoad() {
        Condition twice = Condition.of(Signal.VISITORS, Comparison.ABOVE, 2, Duration.ofMinutes(1))
                .againstUsual();
        ScenarioBuilder builder = overloaded().monitor("surge", Alert.on("web", twice, "sam"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("'usual'");
    }

    private static ScenarioBuilder overloaded() {
        UsersSpec users = new UsersSpec(
                "web",
                VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1))),
                Duration.ofSeconds(2),
                new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0),
                LinkSpec.NONE);
        return Scenario.named("storm", Clock.of("2026-01-01T09:00Z", Duration.ofMinutes(10)))
                .component(
                        "web",
                        ServerSpec.of(WORKERS, new Exponential(Duration.ofMillis(100)))
                                .build())
                .users("caller", users)
                .traffic("caller", "all", new Constant(Rate.perSecond(60)))
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO));
    }

    private static ComponentFigures figures(Scenario scenario) {
        return Objects.requireNonNull(run(scenario).components().get("web"));
    }

    private static RunResult run(Scenario scenario) {
        return Simulation.of(scenario).run(RunOptions.inline(1)).exemplarRun();
    }
}
