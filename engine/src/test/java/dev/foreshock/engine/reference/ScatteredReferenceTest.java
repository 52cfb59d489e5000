package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.reference.Story.What;
import dev.foreshock.engine.result.ComponentFigures;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scenario is the same whether it is run whole or as parts between which nothing lies. */
class ScatteredReferenceTest {
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Test
    void partsAreTheWholeInTwoHundredScenarios() {
        compare(0, 200);
    }

    @Test
    void pagesThatSomebodyElseKeepsAreThoseOfTheModel() {
        AtomicLong looks = new AtomicLong();
        for (long seed = 0; seed < 200; seed++) {
            Scenario scenario = withoutTies(RandomScenario.of(seed));
            Story elsewhere = Scattered.tellWithPagesElsewhere(scenario, seed, looks::addAndGet);
            assertThat(difference(elsewhere, Story.simulated(scenario, seed, 0)))
                    .as("the scenario of seed " + seed)
                    .isEmpty();
        }
        assertThat(looks).hasValueGreaterThan(1_000);
    }

    @Test
    @Tag("nightly")
    void partsAreTheWholeInFiveThousandScenarios() {
        compare(200, 5_200);
    }

    private static void compare(long from, long to) {
        Set<Object> seen = new HashSet<>();
        for (long seed = from; seed < to; seed++) {
            Scenario scenario = withoutTies(RandomScenario.of(seed));
            String difference = difference(scenario, seed);
            if (!difference.isEmpty()) {
                long same = seed;
                Scenario small = new Shrinking(each -> !difference(each, same).isEmpty()).shrink(scenario);
                fail("about the scenario of seed " + seed + ": " + difference + "\nand about " + small + ": "
                        + difference(small, seed));
            }
            assertSameFigures(scenario, seed);
            Story.simulated(scenario, seed, 0).sights().forEach(sight -> seen.add(sight.what() + sight.outcome()));
        }
        assertThat(seen).as("what happened in the scenarios").hasSizeGreaterThan(10);
    }

    /** The result that parts put together has the figures of the whole, but for those of order and of a world. */
    private static void assertSameFigures(Scenario scenario, long seed) {
        RunResult parts = Scattered.result(scenario, seed, 0);
        RunResult whole = Simulation.of(scenario).replication(seed, 0, Watcher.NONE);
        assertThat(parts.world()).isEqualTo("staging");
        assertThat(parts.requests()).isEqualTo(whole.requests());
        assertThat(parts.responseTimes()).isEqualTo(whole.responseTimes());
        assertThat(parts.minutes()).isEqualTo(whole.minutes());
        assertThat(parts.classes()).isEqualTo(whole.classes());
        assertThat(parts.impacts()).isEqualTo(whole.impacts());
        assertThat(parts.phases()).isEqualTo(whole.phases());
        whole.components().forEach((name, figures) -> {
            ComponentFigures same = Objects.requireNonNull(parts.components().get(name));
            assertThat(same.arrivals()).as(name).isEqualTo(figures.arrivals());
            assertThat(same.failovers()).as(name).isEqualTo(figures.failovers());
            if (figures.utilization() != null) {
                assertThat(same.utilization()).as(name).isCloseTo(figures.utilization(), within(1e-9));
            }
        });
    }

    /**
     * Parts have no common order of what happens at one time, so fixed lengths, which make two things happen at one time, are
     * blurred by a microsecond.
     */
    private static Scenario withoutTies(Scenario scenario) {
        return (Scenario) Objects.requireNonNull(Rewriting.all(
                scenario,
                each -> each instanceof Fixed fixed
                        ? new Uniform(fixed.value(), fixed.value().plus(MICROSECOND))
                        : each));
    }

    private static String difference(Scenario scenario, long seed) {
        return difference(Scattered.tell(scenario, seed, 0), Story.simulated(scenario, seed, 0));
    }

    private static String difference(Story scattered, Story whole) {
        Set<Long> stopped = new HashSet<>(stopped(scattered));
        stopped.addAll(stopped(whole));
        Set<String> moments = new HashSet<>(moments(scattered));
        moments.addAll(moments(whole));
        return inOrder(scattered, stopped, moments).difference(inOrder(whole, stopped, moments));
    }

    /** Calls that were stopped by their callers. One that is answered in the same moment can have crossed with that. */
    private static Set<Long> stopped(Story story) {
        return cancellations(story).map(Story.Sight::key).collect(Collectors.toSet());
    }

    /** Where and when calls were stopped. Who was next in line can have begun before it was stopped in the same moment, or not. */
    private static Set<String> moments(Story story) {
        return cancellations(story).map(ScatteredReferenceTest::moment).collect(Collectors.toSet());
    }

    private static Stream<Story.Sight> cancellations(Story story) {
        return story.sights().stream()
                .filter(sight ->
                        sight.what() == What.ANSWERED && sight.outcome().equals(Outcome.CANCELLED.text()));
    }

    private static String moment(Story.Sight sight) {
        return sight.where() + " " + sight.atNanos();
    }

    /** What happens at one time is put in an order of its own, and who caused what is left out: a journal of parts knows less of it. */
    private static Story inOrder(Story story, Set<Long> stopped, Set<String> moments) {
        List<Story.Sight> sights = story.sights().stream()
                .filter(sight -> sight.what() != What.ANSWERED || !stopped.contains(sight.key()))
                .filter(sight -> sight.what() != What.BEGAN || !moments.contains(moment(sight)))
                .sorted(Comparator.comparingLong(Story.Sight::atNanos).thenComparing(Story.Sight::toString))
                .toList();
        List<JournalEntry> journal = story.journal().stream()
                .map(entry -> new JournalEntry(
                        0, entry.atNanos(), entry.event(), entry.subject(), entry.who(), entry.text(), -1))
                .sorted(Comparator.comparingLong(JournalEntry::atNanos).thenComparing(JournalEntry::toString))
                .toList();
        return new Story(sights, journal, story.users());
    }
}
