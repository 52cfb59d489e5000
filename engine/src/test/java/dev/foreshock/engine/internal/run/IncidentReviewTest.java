package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentReviewTest {
    private static final long MINUTE = 60_000_000_000L;

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Interval> away = new ArrayList<>();
    private Definitions define = Definitions.STANDARD;

    private IncidentReviewTest at(double minute, Event event, String subject) {
        entries.add(new JournalEntry(entries.size(), Math.round(minute * MINUTE), event, subject, subject, "", -1));
        return this;
    }

    private IncidentReview review(String percents) {
        TimeSeries minutes = ImpactsTest.minutes(percents);
        Scenario scenario = Scenario.named("review", Worlds.from9(Duration.ofMinutes(minutes.size())))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(2)))
                .responder("kim", ResponderSpec.joinsIn(Duration.ofMinutes(8)))
                .define(define)
                .build();
        return new IncidentReview(
                scenario, new Journal(entries, 0), new Impacts(minutes, minutes.size() * MINUTE), away);
    }

    private String incident(String percents) {
        Incident incident = review(percents).incident();
        return incident == null
                ? "none"
                : incident.startNanos() / MINUTE + "-"
                        + (incident.endNanos() == null ? "never" : incident.endNanos() / MINUTE);
    }

    private void awayFrom(int start, int end, boolean open) {
        away.add(new Interval(start * MINUTE, end * MINUTE, open));
    }

    private static String good(int minutes) {
        return "100 ".repeat(minutes);
    }

    private static String bad(int minutes) {
        return "10 ".repeat(minutes);
    }

    @Test
    void withoutAPageThereIsNoIncident() {
        assertThat(incident(good(3) + bad(5) + good(9))).isEqualTo("none");
    }

    @Test
    void lastsFromTheFirstPageToTheEndOfTheImpact() {
        at(5, Event.PAGED, "sam");
        assertThat(incident(good(3) + bad(5) + good(9))).isEqualTo("5-8");
    }

    @Test
    void aPageForNothingIsAnIncidentOfNoLength() {
        at(5, Event.PAGED, "sam").at(7, Event.ACKNOWLEDGED, "sam");
        assertThat(incident(good(20))).isEqualTo("5-5");
    }

    @Test
    void trafficAwayFromHomeKeepsItOpen() {
        at(5, Event.PAGED, "sam");
        awayFrom(7, 15, false);
        assertThat(incident(good(3) + bad(5) + good(20))).isEqualTo("5-15");
        away.clear();
        awayFrom(7, 28, true);
        assertThat(incident(good(3) + bad(5) + good(20))).isEqualTo("5-never");
    }

    @Test
    void anImpactThatDoesNotEndIsAnIncidentThatDoesNot() {
        at(5, Event.PAGED, "sam");
        assertThat(incident(good(3) + bad(5))).isEqualTo("5-never");
    }

    @Test
    void troubleLongAfterAllWorkIsAnotherStory() {
        at(5, Event.PAGED, "sam");
        assertThat(incident(good(3) + bad(5) + good(5) + bad(3) + good(9)))
                .as("gap of five minutes")
                .isEqualTo("5-16");
        assertThat(incident(good(3) + bad(5) + good(12) + bad(3) + good(9)))
                .as("gap of twelve minutes")
                .isEqualTo("5-8");
    }

    @Test
    void workUnderWayBridgesTheGap() {
        at(5, Event.PAGED, "sam")
                .at(7, Event.ACKNOWLEDGED, "sam")
                .at(7, Event.STEP_BEGAN, "look")
                .at(18, Event.STEP_DONE, "look");
        assertThat(incident(good(3) + bad(5) + good(12) + bad(3) + good(9))).isEqualTo("5-23");
    }

    @Test
    void seeingWhetherAStepWorksIsWorkToo() {
        at(5, Event.PAGED, "sam")
                .at(7, Event.ACKNOWLEDGED, "sam")
                .at(7, Event.STEP_BEGAN, "mend")
                .at(8, Event.STEP_DONE, "mend")
                .at(17, Event.STEP_FAILED, "mend");
        assertThat(incident(good(3) + bad(5) + good(12) + bad(3) + good(9))).isEqualTo("5-23");
    }

    @Test
    void somebodyOnTheWayInBridgesTheGapAsWell() {
        at(5, Event.PAGED, "sam").at(7, Event.ACKNOWLEDGED, "sam").at(17, Event.JOINED, "kim");
        assertThat(incident(good(3) + bad(5) + good(12) + bad(3) + good(9))).isEqualTo("5-23");
    }

    @Test
    void aPageToSomebodyAtWorkDoesNotReachToTheirNextAcknowledgement() {
        at(5, Event.PAGED, "sam")
                .at(7, Event.ACKNOWLEDGED, "sam")
                .at(8, Event.PAGED, "sam")
                .at(60, Event.PAGED, "sam")
                .at(62, Event.ACKNOWLEDGED, "sam");
        assertThat(incident(good(3) + bad(5) + good(50) + bad(5) + good(9))).isEqualTo("5-8");
    }

    @Test
    void anIncidentEndsAtTheRecoveredShareThatTheFileNames() {
        at(5, Event.PAGED, "sam");
        String slow = good(3) + bad(5) + "99 99 99 99 " + "100 100 100 100 ";
        assertThat(incident(slow)).isEqualTo("5-8");
        define = new Definitions(Duration.ofSeconds(10), null, ImpactSpec.STANDARD, Percent.of(50), Percent.of(99.5));
        assertThat(incident(slow)).isEqualTo("5-12");
    }

    @Test
    void phasesNameTheLastFindingAndActionBeforeTheEffect() {
        at(4, Event.PAGED, "sam")
                .at(6, Event.ACKNOWLEDGED, "sam")
                .at(8, Event.LEARNED, "wrong")
                .at(9, Event.ACTED, "restart");
        at(12, Event.LEARNED, "cause")
                .at(14, Event.ACTED, "redirect")
                .at(40, Event.LEARNED, "later")
                .at(41, Event.ACTED, "return");
        Phases phases =
                review(good(3) + bad(12) + "97 97 97 " + good(30)).phases(new Incident(4 * MINUTE, 41 * MINUTE));
        assertThat(phases.trigger()).isEqualTo(3 * MINUTE);
        assertThat(phases.detect()).isEqualTo(4 * MINUTE);
        assertThat(phases.acknowledge()).isEqualTo(6 * MINUTE);
        assertThat(phases.diagnose()).isEqualTo(12 * MINUTE);
        assertThat(phases.mitigate()).isEqualTo(14 * MINUTE);
        assertThat(phases.effect()).as("the end of the blackout").isEqualTo(15 * MINUTE);
        assertThat(phases.recover()).isEqualTo(41 * MINUTE);
    }

    @Test
    void anActionInTheFirstSecondsOfTheFirstGoodMinuteIsTheMitigation() {
        at(4, Event.PAGED, "sam")
                .at(9, Event.ACTED, "restart")
                .at(15.1, Event.ACTED, "redirect")
                .at(15.9, Event.ACTED, "tidy");
        Phases phases = review(good(3) + bad(12) + good(30)).phases(new Incident(4 * MINUTE, 15 * MINUTE));
        assertThat(phases.mitigate()).isEqualTo(Math.round(15.1 * MINUTE));
    }

    @Test
    void whatNeverCameIsAbsent() {
        Phases phases = review(good(3) + bad(12)).phases(null);
        assertThat(phases).isEqualTo(new Phases(3 * MINUTE, null, null, null, null, null, null));
        assertThat(review(good(9)).phases(null)).isEqualTo(new Phases(null, null, null, null, null, null, null));
    }

    @Test
    void homeWatchWritesDownTheStretchesAway() {
        boolean[] home = {true};
        HomeWatch watch = new HomeWatch(List.of(new Component() {
            @Override
            public void arrive(int call, long now) {}

            @Override
            public int holding() {
                return 0;
            }

            @Override
            public boolean trafficAtHome() {
                return home[0];
            }
        }));
        watch.look(1);
        home[0] = false;
        watch.look(2);
        watch.look(3);
        home[0] = true;
        watch.look(5);
        home[0] = false;
        watch.look(7);
        assertThat(watch.close(9)).containsExactly(new Interval(2, 5, false), new Interval(7, 9, true));
    }
}
