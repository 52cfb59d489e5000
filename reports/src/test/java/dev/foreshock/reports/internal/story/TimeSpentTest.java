package dev.foreshock.reports.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.TimeSeries;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.account.Exemplar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the time went. */
class TimeSpentTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Clock CLOCK = Clock.of("2026-03-14T08:00+01:00", Duration.ofHours(5));
    private static final TimeSeries NO_SERIES = new TimeSeries(
            MINUTE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());

    private final List<JournalEntry> entries = new ArrayList<>();

    private @Nullable TimeSpent spent(Phases phases) {
        return TimeSpent.of(
                new Exemplar(0, CLOCK, null, List.of(), List.of(), phases, NO_SERIES, 0, new Journal(entries, 0)));
    }

    /** Adds a step; one that acts does so at its end. */
    private void step(String name, long fromMinute, long untilMinute, boolean acts) {
        int begun = entries.size();
        entry(fromMinute, Event.STEP_BEGAN, name, -1);
        if (acts) {
            entry(untilMinute, Event.ACTED, "web", begun);
        }
        entry(untilMinute, Event.STEP_DONE, name, begun);
    }

    private void entry(long minute, Event event, String subject, int cause) {
        entries.add(new JournalEntry(entries.size(), minute * MINUTE, event, subject, "on-call", "", cause));
    }

    @Test
    void roundedPartsAddUpToTheWhole() {
        long third = MINUTE * 10 / 3;
        TimeSpent spent = spent(new Phases(0L, third, 2 * third, 3 * third, 4 * third, 6 * third, null));
        assertThat(Arrays.stream(spent.inUnits(MINUTE)).sum()).isEqualTo(20);
        assertThat(spent.inUnits(MINUTE)).containsExactly(4, 3, 3, 3, 7);
    }

    @Test
    void whatIsUnknownIsPartOfWhatFollows() {
        TimeSpent spent = spent(new Phases(0L, MINUTE, 16 * MINUTE, null, 50 * MINUTE, 52 * MINUTE, null));
        assertThat(spent.stretches())
                .extracting(TimeSpent.Stretch::name)
                .containsExactly("detect", "reach", "prepare", "take effect");
        assertThat(spent.inUnits(MINUTE)).containsExactly(1, 15, 34, 2);
    }

    @Test
    void aStepThatOnlyLooksIsDiagnosisThoughItFindsNothing() {
        step("triage", 16, 26, false);
        step("restart", 26, 50, true);
        TimeSpent spent = spent(new Phases(0L, MINUTE, 16 * MINUTE, null, 50 * MINUTE, 52 * MINUTE, null));
        assertThat(spent.stretches())
                .extracting(TimeSpent.Stretch::name)
                .containsExactly("detect", "reach", "diagnose", "prepare", "take effect");
        assertThat(spent.inUnits(MINUTE)).containsExactly(1, 15, 10, 24, 2);
    }

    @Test
    void aStepThatDidNotHelpIsDiagnosisWhereLookingWentOn() {
        step("restart", 16, 20, true);
        step("check", 20, 40, false);
        step("redirect", 41, 50, true);
        TimeSpent spent = spent(new Phases(0L, MINUTE, 16 * MINUTE, 30 * MINUTE, 50 * MINUTE, 52 * MINUTE, null));
        assertThat(spent.inUnits(MINUTE)).containsExactly(1, 15, 24, 10, 2);
    }

    @Test
    void whoLooksOnWhileTheMeasureIsPreparedDoesNotProlongDiagnosis() {
        step("triage", 16, 26, false);
        step("restart", 26, 50, true);
        step("look on", 30, 45, false);
        TimeSpent spent = spent(new Phases(0L, MINUTE, 16 * MINUTE, null, 50 * MINUTE, 52 * MINUTE, null));
        assertThat(spent.inUnits(MINUTE)).containsExactly(1, 15, 10, 24, 2);
    }

    @Test
    void anAlertAheadOfTheImpactTakesNoTimeToDetect() {
        TimeSpent spent = spent(new Phases(5 * MINUTE, 2 * MINUTE, 17 * MINUTE, null, null, 20 * MINUTE, null));
        assertThat(spent.inUnits(MINUTE)).containsExactly(0, 12, 3);
    }

    @Test
    void nothingIsSaidWhereNothingTookEffect() {
        assertThat(spent(new Phases(0L, 1L, 2L, null, null, null, null))).isNull();
    }
}
