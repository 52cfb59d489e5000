package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine and the interpreter agree about random scenarios, request by request: outcome, times, journal. */
class InterpreterReferenceTest {
    private static final int QUICK = 300;
    private static final int NIGHTLY = 10_000;

    @Test
    void engineAndInterpreterAgreeAboutEveryRequest() {
        compare(0, QUICK);
    }

    @Test
    @Tag("nightly")
    void engineAndInterpreterAgreeAboutTenThousandScenarios() {
        compare(QUICK, NIGHTLY);
    }

    @Test
    void theyAgreeAboutAQueueThatStandsForMinutes() {
        FailureHabits leaves = new FailureHabits(Percent.ZERO, new Fixed(Duration.ofSeconds(1)), 0);
        VisitSpec once = VisitSpec.of(new Count(1), new Fixed(Duration.ofSeconds(1)));
        Scenario scenario = Scenario.named("standing", Clock.of("2026-03-14T08:00Z", Duration.ofMinutes(6)))
                .component(
                        "web",
                        ServerSpec.of(4, new Exponential(Duration.ofMillis(400)))
                                .queue(20)
                                .build())
                .users("u", new UsersSpec("web", once, Duration.ofSeconds(3), leaves, LinkSpec.NONE))
                .traffic("u", "usual", new Constant(Rate.perSecond(4)))
                .traffic(
                        "u",
                        "surge",
                        new Hold(
                                Moment.after(Duration.ofSeconds(20)),
                                Moment.after(Duration.ofSeconds(140)),
                                Rate.perSecond(20)))
                .build();
        Story simulated = Story.simulated(scenario, 1, 0);
        assertThat(simulated.journal()).extracting(JournalEntry::event).contains(Event.RELIEVED, Event.TRAFFIC);
        assertThat(Interpreter.tell(scenario, 1, 0).difference(simulated)).isEmpty();
    }

    private static void compare(long from, long to) {
        Set<Object> seen = new HashSet<>();
        for (long seed = from; seed < to; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            Story simulated = Story.simulated(scenario, seed, 0);
            String difference = Interpreter.tell(scenario, seed, 0).difference(simulated);
            if (!difference.isEmpty()) {
                failWith(scenario, seed, difference);
            }
            simulated.sights().forEach(sight -> seen.add(sight.what() + sight.outcome()));
            simulated.journal().forEach(entry -> seen.add(entry.event()));
            simulated.journal().stream()
                    .filter(entry -> entry.event() == Event.ACTED)
                    .forEach(entry -> seen.add(done(entry.text())));
        }
        // A queue must stand for minutes before its end is noted: a case of its own, below.
        assertThat(seen)
                .as("what happened in the scenarios")
                .containsAll(EnumSet.complementOf(EnumSet.of(Event.RELIEVED)))
                .contains(
                        "restart",
                        "end",
                        "weights",
                        "workers",
                        "queue",
                        "memory",
                        "admit",
                        "consumers",
                        "capacity",
                        "pool");
    }

    /** Returns what an action does: its verb, or the setting that it changes. */
    private static String done(String action) {
        String first = action.substring(0, action.indexOf(' '));
        return first.substring(first.indexOf('.') + 1);
    }

    private static void failWith(Scenario scenario, long seed, String difference) {
        Scenario small = new Shrinking(each -> !differs(each, seed).isEmpty()).shrink(scenario);
        fail("about the scenario of seed " + seed + ": " + difference + "\nand about " + small + ": "
                + differs(small, seed));
    }

    private static String differs(Scenario scenario, long seed) {
        return Interpreter.tell(scenario, seed, 0).difference(Story.simulated(scenario, seed, 0));
    }
}
