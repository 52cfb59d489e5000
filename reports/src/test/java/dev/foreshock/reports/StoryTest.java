package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.reports.internal.story.Sentences;
import dev.foreshock.reports.internal.story.Story;
import dev.foreshock.reports.internal.story.StoryLine;
import dev.foreshock.reports.internal.story.StoryTeller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is worth telling. */
class StoryTest {
    @Test
    void theLinesThatAreHowItCameAboutSayWhatTheyAreInIt() {
        assertThat(StoryTeller.tell(Fixtures.promo(20), 20).lines())
                .filteredOn(line -> !line.mark().isEmpty())
                .extracting(StoryLine::mark)
                .containsExactly("saturated", "failed", "failed again");
    }

    @Test
    void timesThatAddUpAreNotWordedAsTheLengthOfOnePart() {
        RunSet promo = Fixtures.promo(20);
        assertThat(StoryTeller.tell(promo, 20).lines())
                .extracting(StoryLine::note)
                .contains("'after' counts from here", "diagnosed after 1h 43m", "mitigated after 2h 18m")
                .noneSatisfy(note -> assertThat(note).startsWith("diagnose "));
        assertThat(TerminalStory.tell(promo, Fixtures.CONTEXT, "", Page.usual(false)))
                .contains("each alone: detect 3 · reach 15 · diagnose 85 ·");
    }

    @Test
    void aStoryHasAtMostTheLinesAskedForAndCountsTheOthers() {
        Story all = StoryTeller.tell(Fixtures.promo(20), 1000);
        Story story = StoryTeller.tell(Fixtures.promo(20), 8);
        assertThat(story.lines()).hasSize(8);
        assertThat(story.leftOut()).isEqualTo(all.lines().size() - 8);
        assertThat(story.lines()).anySatisfy(line -> assertThat(line.text()).contains("restart did not help"));
    }

    @Test
    void aServerThatCrashesAgainAndAgainIsToldAsThatOnce() {
        Chronicle loop = new Chronicle();
        for (int i = 0; i < 50; i++) {
            loop.add("09:%02d:10".formatted(i), Event.CRASHED, "web", "web", "web crashes", 0)
                    .add("09:%02d:20".formatted(i), Event.UP, "web", "web", "web is up", 1);
        }
        List<StoryLine> lines = StoryTeller.tell(with(loop.journal()), 20).lines();
        assertThat(lines)
                .extracting(StoryLine::text)
                .contains("web crashes", "web crashes, 50 s after it was up (49 times until 09:49:10)")
                .hasSize(5);
    }

    @Test
    void nothingThatHappensInALongJournalMakesTheStoryLong() {
        Chronicle busy = new Chronicle();
        for (int i = 0; i < 150; i++) {
            for (Event event : Event.values()) {
                busy.add("09:00:00", event, "c" + i % 40, "w" + i % 7, "change " + i, i % 3);
            }
        }
        assertThat(StoryTeller.tell(with(busy.journal()), 20).lines()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void fiveSentencesAreEnough() {
        assertThat(Sentences.about(Fixtures.promo(20))).hasSizeLessThanOrEqualTo(5);
        assertThat(Sentences.about(Fixtures.healthy(20))).hasSize(2);
    }

    private static RunSet with(Journal journal) {
        RunResult run = Fixtures.run(
                0,
                new Incident(Chronicle.at("09:01"), null),
                List.of(new Interval(Chronicle.at("09:00"), Fixtures.CLOCK.lengthNanos(), true)),
                Fixtures.NO_PHASES,
                journal,
                Series.outage());
        return Fixtures.set("odd", List.of(run), List.of(), List.of(), RunSet.JudgedBy.GATES);
    }
}
