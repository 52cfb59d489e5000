package dev.foreshock.engine.internal.parts;

import static dev.foreshock.engine.internal.parts.ServerQueueTest.millis;
import static dev.foreshock.engine.result.Outcome.OK;
import static dev.foreshock.engine.result.Outcome.REFUSED;
import static dev.foreshock.engine.result.Outcome.RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Lab.Answer;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.StandbySpec.Mode;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks every 100 ms, two in a row; 20 ms to promote and 5 ms to repoint; queries of 10 ms, writes all of them. */
class StandbyTest {
    private static final HealthCheckSpec CHECK =
            HealthCheckSpec.every(Duration.ofMillis(100), Duration.ofMillis(50)).inARow(2, 2);
    private static final StandbySpec STANDBY =
            StandbySpec.of(Duration.ofMillis(300), CHECK, millis(20)).repointing(Duration.ofMillis(5));

    private static FaultSpec at(long at, long lasts, Effect does) {
        return FaultSpec.of(Moment.after(Duration.ofMillis(at)), Duration.ofMillis(lasts), "db", does);
    }

    private static Lab db(StandbySpec standby, FaultSpec... faults) {
        return Lab.struck(Map.of("db", DatabaseSpec.of(4, millis(10)).with(standby)), faults);
    }

    private static List<Failover> failovers(Lab lab) {
        return lab.component("db").failovers();
    }

    private static double millisAt(Lab lab, Event event) {
        return lab.journal().of(event).findFirst().orElseThrow().atNanos() / 1e6;
    }

    @Test
    void callsAreRefusedUntilTheStandbyIsReached() {
        Lab lab = db(STANDBY, at(1005, 60_000, Crash.ALL));
        Answer running = lab.call(1000, "db");
        Answer meanwhile = lab.call(1006, "db");
        lab.runUntil(1300);
        double found = millisAt(lab, Event.DETECTED);
        running.is(RESET, 1005);
        meanwhile.is(REFUSED, 1006);
        assertThat(found).isBetween(1105.0, 1205.0);
        assertThat(millisAt(lab, Event.PROMOTED)).isEqualTo(found + 20);
        assertThat(millisAt(lab, Event.UP)).isEqualTo(found + 25);
    }

    @Test
    void itAnswersAgainAsSoonAsItIsReachedAndStaysSoWhenTheFaultIsOver() {
        Lab first = db(STANDBY, at(1005, 500, Crash.ALL)).runUntil(2000);
        double up = millisAt(first, Event.UP);
        Lab lab = db(STANDBY, at(1005, 500, Crash.ALL));
        Answer before = lab.call(up - 0.1, "db");
        Answer after = lab.call(up + 0.1, "db");
        Answer late = lab.call(1700, "db");
        lab.runUntil(2000);
        before.is(REFUSED, up - 0.1);
        after.is(OK, up + 10.1);
        late.is(OK, 1710);
        assertThat(lab.journal().of(Event.UP)).as("no failback").hasSize(1);
        assertThat(failovers(lab))
                .containsExactly(new Failover(
                        1_005_000_000,
                        Math.round((up - 25) * 1e6),
                        Math.round((up - 5) * 1e6),
                        Math.round(up * 1e6),
                        Math.round((up + 10.1) * 1e6),
                        0));
    }

    @Test
    void eachEntryNamesTheOneThatBroughtItAbout() {
        Lab lab = db(STANDBY, at(1005, 500, Crash.ALL)).runUntil(2000);
        List<JournalEntry> entries = lab.journal().entries();
        assertThat(entries)
                .extracting(JournalEntry::event)
                .containsExactly(
                        Event.FAULT_BEGAN, Event.CRASHED, Event.DETECTED, Event.PROMOTED, Event.UP, Event.FAULT_OVER);
        assertThat(entries).extracting(JournalEntry::cause).containsExactly(-1, 0, 1, 2, 3, 0);
    }

    @Test
    void writesAreLostThatWereAcknowledgedLessThanTheLagBeforeTheDeathWasFound() {
        FaultSpec crash = at(2000, 60_000, Crash.ALL);
        double found = millisAt(db(STANDBY, crash).runUntil(3000), Event.DETECTED);
        Lab lab = db(STANDBY, crash);
        int lost = 0;
        for (int i = 0; i < 190; i++) {
            double sent = 1000 + 5.3 * i;
            lab.call(sent, "db");
            double acknowledged = sent + 10;
            lost += acknowledged <= 2000 && acknowledged + 300 > found ? 1 : 0;
        }
        lab.runUntil(3000);
        assertThat(lost).isPositive();
        assertThat(failovers(lab).get(0).writesLost()).isEqualTo(lost);
        assertThat(lab.journal().of(Event.PROMOTED).findFirst().orElseThrow().text())
                .contains("lacks " + lost + " writes");
    }

    @Test
    void aSynchronousWriteHoldsItsConnectionUntilTheStandbyHasIt() {
        Lab lab = Lab.struck(Map.of("db", DatabaseSpec.of(1, millis(10)).with(STANDBY.in(Mode.SYNCHRONOUS))));
        Answer first = lab.call(0, "db");
        Answer second = lab.call(0, "db");
        lab.runUntil(1000);
        first.is(OK, 310);
        second.is(OK, 620);
    }

    @Test
    void nothingAcknowledgedBySynchronousWritesIsLost() {
        Lab lab = db(STANDBY.in(Mode.SYNCHRONOUS), at(1000, 60_000, Crash.ALL));
        Answer done = lab.call(600, "db");
        Answer waits = lab.call(800, "db");
        lab.runUntil(2000);
        done.is(OK, 910);
        waits.is(RESET, 1000);
        assertThat(failovers(lab).get(0).writesLost()).isZero();
    }

    @Test
    void aWriteIsNotKeptWaitingForAStandbyThatIsThePrimaryNow() {
        Lab lab = db(STANDBY.in(Mode.SYNCHRONOUS), at(1000, 300, Crash.ALL));
        Answer alone = lab.call(1500, "db");
        lab.runUntil(2000);
        alone.is(OK, 1510);
    }

    @Test
    void aPrimaryThatIsBackBeforeItIsMissedStaysThePrimary() {
        Lab lab = db(STANDBY, at(1005, 30, Crash.ALL));
        Answer after = lab.call(1036, "db");
        lab.runUntil(3000);
        after.is(OK, 1046);
        assertThat(failovers(lab)).isEmpty();
        assertThat(lab.journal().of(Event.DETECTED)).isEmpty();
    }

    @Test
    void aStoppedPrimaryIsFoundByChecksThatTimeOutAndIsKeptOut() {
        Lab lab = db(STANDBY, at(1005, 5000, Pause.ALL));
        Answer waits = lab.call(1010, "db");
        lab.runUntil(9000);
        double found = millisAt(lab, Event.DETECTED);
        assertThat(found).as("one period, two limits").isBetween(1205.0, 1305.0);
        waits.is(RESET, found);
        assertThat(lab.journal().of(Event.UP)).hasSize(1);
        assertThat(lab.component("db").up()).isEqualTo(1);
    }

    @Test
    void checksThatAreCountedFromTheirBeginFindAStoppedPrimarySooner() {
        StandbySpec standby = StandbySpec.of(STANDBY.lag(), CHECK.fromBeginToBegin(), STANDBY.promote());
        Lab lab = db(standby, at(1005, 5000, Pause.ALL)).runUntil(9000);
        assertThat(millisAt(lab, Event.DETECTED)).as("one period, one limit").isBetween(1155.0, 1255.0);
    }

    @Test
    void aSlowPrimaryAnswersChecks() {
        Lab lab = db(STANDBY, at(1000, 5000, Slow.by(1000))).runUntil(9000);
        assertThat(failovers(lab)).isEmpty();
    }

    @Test
    void whatStruckTheOldPrimaryDoesNotStrikeTheNewOne() {
        Lab lab = db(STANDBY, at(500, 5000, Slow.by(10)), at(1000, 300, Crash.ALL));
        Answer before = lab.call(600, "db");
        Answer after = lab.call(2000, "db");
        lab.runUntil(9000);
        before.is(OK, 700);
        after.is(OK, 2010);
    }

    @Test
    void withoutAnotherStandbyASecondCrashLastsAsLongAsItsFault() {
        Lab lab = db(STANDBY, at(1000, 300, Crash.ALL), at(2000, 700, Crash.ALL));
        Answer down = lab.call(2699, "db");
        Answer up = lab.call(2701, "db");
        lab.runUntil(4000);
        down.is(REFUSED, 2699);
        up.is(OK, 2711);
        assertThat(failovers(lab)).hasSize(1);
    }

    @Test
    void aPrimaryThatIsDownAtTheEndIsAFailoverThatNeverCame() {
        Lab lab = db(STANDBY, at(1000, 300, Crash.ALL), at(2000, 60_000, Crash.ALL))
                .runUntil(4000);
        assertThat(failovers(lab)).hasSize(2);
        assertThat(failovers(lab).get(1)).isEqualTo(Failover.began(2_000_000_000));
        assertThat(failovers(lab).get(1).seconds()).isInfinite();
    }

    @Test
    void aSecondFailoverTakesAStandbyThatWasRebuiltAndTheEndOfTheHoldDown() {
        StandbySpec rebuilt = STANDBY.rebuilding(Duration.ofMillis(200), Duration.ofMillis(1500));
        Lab lab = db(rebuilt, at(1000, 10_000, Crash.ALL), at(1900, 10_000, Crash.ALL))
                .runUntil(5000);
        List<Failover> all = failovers(lab);
        assertThat(all).hasSize(2);
        long first = all.get(0).detectedNanos();
        assertThat(all.get(1).detectedNanos() - first).isBetween(1_500_000_000L, 1_600_000_000L);
    }

    @Test
    void writesOfBeforeACopyAreInTheCopy() {
        StandbySpec rebuilt = STANDBY.rebuilding(Duration.ofMillis(200), Duration.ZERO);
        double up = millisAt(db(rebuilt, at(1000, 9000, Crash.ALL)).runUntil(2000), Event.UP);
        // The new standby is there 200 ms after that; the write before it would else be under way for 300 ms.
        Lab lab = db(rebuilt, at(1000, 9000, Crash.ALL), at((long) up + 201, 9000, Crash.ALL));
        lab.call(up + 180, "db");
        lab.runUntil(3000);
        assertThat(failovers(lab).get(1).writesLost()).isZero();
    }
}
