package dev.foreshock.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Failover;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A database of one connection with queries of 10 ms, whose writes somebody else carries out. */
class StoreTest {
    private static final long MILLI = 1_000_000;
    private final List<String> answers = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean isUp = true;

    private final Beyond beyond = new Beyond() {
        @Override
        public void send(long ticket, Hop hop) {}

        @Override
        public void stop(long ticket) {}

        @Override
        public void answer(long ticket, Outcome outcome) {
            answers.add(ticket + " " + outcome.text());
        }

        @Override
        public void act(Action action) {}
    };

    private final Store store = new Store() {
        @Override
        public void carryOut(long ticket, long key, boolean writes) {
            asked.add(ticket + " " + key + (writes ? " writes" : " reads"));
        }

        @Override
        public void struck(ComponentEffect effect, boolean begins) {
            asked.add(effect.text() + (begins ? " begins" : " ends"));
        }

        @Override
        public boolean isUp() {
            return isUp;
        }
    };

    private final ComponentPart part = ComponentPart.of(scenario(), "web", PartOptions.of(1, 0), beyond, store);

    private static Scenario scenario() {
        StandbySpec standby = StandbySpec.of(
                        Duration.ofSeconds(1),
                        HealthCheckSpec.every(Duration.ofMillis(10), Duration.ofMillis(10)),
                        new Fixed(Duration.ZERO))
                .writing(Set.of("write"));
        UsersSpec users = Worlds.onePage("web");
        users = new UsersSpec(
                users.enters(),
                users.visit().asking(Map.of("read", RequestSpec.of(50), "write", RequestSpec.of(50))),
                users.patience(),
                users.afterFailure(),
                users.link());
        return Worlds.open(DatabaseSpec.of(1, new Fixed(Duration.ofMillis(10))).with(standby), 1, Duration.ofMinutes(1))
                .users("visitors", users)
                .request("read")
                .request("write")
                .fault(
                        "killed",
                        FaultSpec.of(Moment.after(Duration.ofMillis(100)), Duration.ofMillis(100), "web", Crash.ALL))
                .fault(
                        "stopped",
                        FaultSpec.of(Moment.after(Duration.ofMillis(300)), Duration.ofMillis(100), "web", Pause.ALL))
                .build();
    }

    private void arrive(long ticket, String request) {
        part.arrive(ticket, new Hop("users.visitors", "web", 100 + ticket, 0, 0, request, Long.MAX_VALUE, true, false));
    }

    @Test
    void aQueryKeepsItsConnectionUntilItIsCarriedOut() {
        part.advance(0);
        arrive(1, "write");
        arrive(2, "read");
        part.advance(50 * MILLI);
        assertThat(asked).containsExactly("1 101 writes");
        assertThat(answers).isEmpty();
        assertThat(part.carriedOut(1, Outcome.OK)).isTrue();
        part.advance(70 * MILLI);
        assertThat(asked).containsExactly("1 101 writes", "2 102 reads");
        assertThat(part.carriedOut(2, Outcome.RESET)).isTrue();
        part.advance(80 * MILLI);
        assertThat(answers).containsExactly("1 ok", "2 " + Outcome.RESET.text());
    }

    @Test
    void nobodyWaitsForAWriteWhoseCallerHasLeftOrWhoseConnectionBroke() {
        part.advance(0);
        arrive(1, "write");
        part.advance(20 * MILLI);
        part.stop(1);
        assertThat(part.carriedOut(1, Outcome.OK)).isFalse();
        arrive(2, "write");
        part.advance(120 * MILLI);
        assertThat(part.carriedOut(2, Outcome.OK)).isFalse();
        assertThat(answers).containsExactly("2 " + Outcome.RESET.text());
    }

    @Test
    void killsAndStopsAreForTheStoreToCarryOutAndTheModelPlaysNoFailover() {
        part.advance(20_000 * MILLI);
        assertThat(asked).containsExactly("crash begins", "crash ends", "pause begins", "pause ends");
        assertThat(part.report().journal().entries())
                .extracting(JournalEntry::event)
                .doesNotContain(Event.DETECTED, Event.UP);
    }

    @Test
    void whatTheStoreSaysOfAFailoverIsInTheReport() {
        part.advance(100 * MILLI);
        Failover found = Failover.began(100 * MILLI).detected(150 * MILLI, 0);
        part.failover(found);
        part.advance(160 * MILLI);
        part.failover(found.promoted(160 * MILLI));
        part.failover(found.promoted(160 * MILLI).reached(160 * MILLI));
        arrive(1, "write");
        part.advance(180 * MILLI);
        part.carriedOut(1, Outcome.OK);
        part.failover(new Failover(100 * MILLI, 150 * MILLI, 160 * MILLI, 160 * MILLI, null, 7));
        PartReport report = part.report();
        assertThat(report.own().get("web").failovers())
                .containsExactly(new Failover(100 * MILLI, 150 * MILLI, 160 * MILLI, 160 * MILLI, 180 * MILLI, 7));
        assertThat(report.journal().entries())
                .extracting(JournalEntry::event)
                .containsExactly(
                        Event.FAULT_BEGAN, Event.CRASHED, Event.DETECTED, Event.PROMOTED, Event.UP, Event.NOTED);
        assertThat(report.journal().entries()).extracting(JournalEntry::cause).containsExactly(-1, 0, 1, 2, 3, 4);
    }

    @Test
    void itIsUpWhereTheStoreIs() {
        part.advance(MILLI);
        assertThat(part.scrape().own().get("web").up()).isEqualTo(1);
        isUp = false;
        assertThat(part.scrape().own().get("web").up()).isZero();
    }
}
