package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.reference.Story.Sight;
import dev.foreshock.engine.reference.Story.What;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Processor sharing, where the engine adds up virtual time and the interpreter counts down what is left of each request: they
 * agree but for rounding.
 */
class ProcessorSharingReferenceTest {
    private static final int SCENARIOS = 40;
    private static final long ROUNDING_NANOS = 1000;

    private static Scenario scenario(long seed) {
        Dice dice = new Dice(seed);
        ServerSpec.Builder web = ServerSpec.of(
                        dice.between(1, 4), new Lognormal(dice.millis(5, 80), 1 + dice.upTo(1), null, null))
                .replicas(dice.between(1, 2))
                .discipline(DisciplineSpec.of(Order.PROCESSOR_SHARING))
                .queue(dice.between(0, 30))
                .contention(Duration.ofNanos(dice.between(0, 100_000)))
                .restart(new RestartSpec(
                        dice.millis(50, 900), dice.millis(10, 900), dice.percent(20, 90), dice.millis(50, 2000)));
        if (dice.oneIn(2)) {
            web.call("db", CallSpec.plain().within(dice.millis(20, 200)).cancelling());
        }
        if (dice.oneIn(2)) {
            web.memory(new MemorySpec(new Bytes(dice.between(8, 25)), new Bytes(1)));
        }
        if (dice.oneIn(2)) {
            web.breakdowns(BreakdownSpec.of(
                    new Exponential(Duration.ofSeconds(3)),
                    new Exponential(Duration.ofMillis(500)),
                    dice.of(Work.values())));
        }
        FailureHabits habits = new FailureHabits(Percent.of(50), new Exponential(Duration.ofSeconds(1)), 2);
        VisitSpec visit = VisitSpec.of(new Count(2), new Exponential(Duration.ofSeconds(2)));
        return Scenario.named("sharing", Clock.of("2026-03-14T08:00Z", Duration.ofSeconds(20)))
                .component("web", web.build())
                .component("db", DatabaseSpec.of(2, new Exponential(Duration.ofMillis(20))))
                .users("u", new UsersSpec("web", visit, dice.millis(100, 2000), habits, LinkSpec.NONE))
                .traffic("u", "usual", new Constant(Rate.perSecond(10 + dice.upTo(30))))
                .build();
    }

    @Test
    void engineAndInterpreterAgreeButForRounding() {
        int timedOut = 0;
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = scenario(seed);
            List<Sight> simulated = ended(Story.simulated(scenario, seed, 0));
            List<Sight> interpreted = ended(Interpreter.tell(scenario, seed, 0));
            assertThat(simulated).as("seed %s", seed).hasSizeGreaterThan(100).hasSameSizeAs(interpreted);
            for (int i = 0; i < simulated.size(); i++) {
                Sight ours = interpreted.get(i);
                Sight its = simulated.get(i);
                assertThat(its.key() + its.outcome())
                        .as("seed %s: %s", seed, its)
                        .isEqualTo(ours.key() + ours.outcome());
                assertThat(Math.abs(its.atNanos() - ours.atNanos()))
                        .as("seed %s: %s and %s", seed, its, ours)
                        .isLessThan(ROUNDING_NANOS);
                timedOut += its.outcome().equals("timedOut") ? 1 : 0;
            }
        }
        assertThat(timedOut).isPositive();
    }

    private static List<Sight> ended(Story story) {
        return story.sights().stream()
                .filter(sight -> sight.what() == What.ENDED)
                .toList();
    }
}
