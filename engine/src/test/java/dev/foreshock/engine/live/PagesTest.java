package dev.foreshock.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.live.Pages.Look;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server of one worker that works for 10 ms and has one page, which somebody else keeps and which it asks a database for. */
class PagesTest {
    private static final long MILLI = 1_000_000;
    private final List<String> did = new ArrayList<>();

    private final Beyond beyond = new Beyond() {
        @Override
        public void send(long ticket, Hop hop) {
            did.add("call " + ticket);
        }

        @Override
        public void stop(long ticket) {
            did.add("stop " + ticket);
        }

        @Override
        public void answer(long ticket, Outcome outcome) {
            did.add("answer " + ticket + " " + outcome.text());
        }

        @Override
        public void act(Action action) {}
    };

    private final Pages pages = new Pages() {
        @Override
        public void look(long ticket, int page) {
            did.add("look " + ticket + " page " + page);
        }

        @Override
        public void keep(int page, long ttlNanos) {
            did.add("keep page " + page + " for " + Duration.ofNanos(ttlNanos));
        }

        @Override
        public void lost() {
            did.add("lost");
        }

        @Override
        public long patienceNanos() {
            return 50 * MILLI;
        }
    };

    private final ComponentPart part = part(server(1, 100));
    private long now;

    private static ServerSpec server(int replicas, double cacheable) {
        return ServerSpec.of(1, new Fixed(Duration.ofMillis(10)))
                .replicas(replicas)
                .call("db", CallSpec.plain())
                .pageCache(new PageCacheSpec(Percent.of(cacheable), 1, 1, Duration.ofSeconds(5)))
                .restart(RestartSpec.byHand(Duration.ofMillis(20), Percent.HUNDRED, Duration.ZERO))
                .build();
    }

    private ComponentPart part(ServerSpec web) {
        Scenario scenario = Worlds.open(web, 1, Duration.ofMinutes(1))
                .component(
                        "db", ServerSpec.of(9, new Fixed(Duration.ofMillis(1))).build())
                .fault(
                        "killed",
                        FaultSpec.of(Moment.after(Duration.ofMillis(500)), Duration.ofMillis(100), "web", Crash.ALL))
                .build();
        return ComponentPart.of(scenario, "web", PartOptions.of(1, 0), beyond, pages);
    }

    private void arrive(ComponentPart at, long ticket) {
        at.arrive(ticket, new Hop("users.visitors", "web", 100 + ticket, 0, 0, "", Long.MAX_VALUE, true, false));
    }

    private void at(long millis) {
        now = millis * MILLI;
        part.advance(now);
    }

    private void looked(long ticket, Look look) {
        part.looked(ticket, look);
        part.advance(now);
    }

    private void answered(long ticket, Outcome outcome) {
        part.answered(ticket, outcome);
        part.advance(now);
    }

    private List<String> notes() {
        return part.report().journal().entries().stream()
                .filter(entry -> entry.event() == Event.NOTED)
                .map(JournalEntry::text)
                .toList();
    }

    @Test
    void aPageThatIsThereIsTheAnswerAndItsWorkerIsHeldUntilThatIsKnown() {
        at(0);
        arrive(part, 1);
        arrive(part, 2);
        at(30);
        assertThat(did).containsExactly("look 1 page 0");
        looked(1, Look.THERE);
        at(40);
        assertThat(did).containsExactly("look 1 page 0", "answer 1 ok", "look 2 page 0");
        looked(2, Look.THERE);
        assertThat(did).last().isEqualTo("answer 2 ok");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsAskedForAndKept() {
        at(0);
        arrive(part, 1);
        at(10);
        looked(1, Look.ABSENT);
        assertThat(did).containsExactly("look 1 page 0", "call 1");
        answered(1, Outcome.OK);
        assertThat(did).containsExactly("look 1 page 0", "call 1", "keep page 0 for PT5S", "answer 1 ok");
    }

    @Test
    void aPageThatCouldNotBeHadIsNotKept() {
        at(0);
        arrive(part, 1);
        at(10);
        looked(1, Look.ABSENT);
        at(11);
        answered(1, Outcome.ERROR);
        assertThat(did).containsExactly("look 1 page 0", "call 1", "answer 1 " + Outcome.ERROR.text());
    }

    @Test
    void whoAsksForNoPageIsNotLookedFor() {
        ComponentPart uncached = part(server(1, 0));
        uncached.advance(0);
        arrive(uncached, 1);
        uncached.advance(10 * MILLI);
        uncached.answered(1, Outcome.OK);
        uncached.advance(10 * MILLI);
        assertThat(did).containsExactly("call 1", "answer 1 ok");
    }

    @Test
    void whatNobodySaysInTimeCountsAsNotThereAndIsNotHeardLater() {
        at(0);
        arrive(part, 1);
        at(59);
        assertThat(did).containsExactly("look 1 page 0");
        at(60);
        assertThat(did).containsExactly("look 1 page 0", "call 1");
        looked(1, Look.THERE);
        at(61);
        assertThat(did).as("its call goes on").containsExactly("look 1 page 0", "call 1");
        answered(1, Outcome.OK);
        assertThat(did).contains("answer 1 ok");
    }

    @Test
    void looksThatFailCountAsNotThereAndAreWrittenDownOnceAndWhenTheyNoLongerDo() {
        at(0);
        for (long ticket = 1; ticket <= 3; ticket++) {
            arrive(part, ticket);
            at(20 * ticket);
            looked(ticket, ticket == 3 ? Look.ABSENT : Look.FAILED);
            answered(ticket, Outcome.OK);
        }
        assertThat(did).contains("call 1", "call 2", "call 3", "answer 3 ok");
        assertThat(notes())
                .containsExactly(
                        "web cannot look for its pages: they count as not there",
                        "web can look for its pages again, after 2 that counted as not there");
    }

    @Test
    void whoseCallerHasLeftIsNoLongerLookedForAndItsWorkerIsFree() {
        at(0);
        arrive(part, 1);
        arrive(part, 2);
        at(15);
        part.stop(1);
        at(25);
        assertThat(did).containsExactly("look 1 page 0", "look 2 page 0");
        looked(1, Look.ABSENT);
        at(26);
        looked(2, Look.THERE);
        assertThat(did).containsExactly("look 1 page 0", "look 2 page 0", "answer 2 ok");
    }

    @Test
    void aCrashLosesThePagesAndWhoWaitsForThem() {
        at(0);
        at(485);
        arrive(part, 1);
        at(500);
        assertThat(did).containsExactly("look 1 page 0", "lost", "answer 1 " + Outcome.RESET.text());
        looked(1, Look.THERE);
        at(700);
        assertThat(did).as("late news of a life before").hasSize(3);
        arrive(part, 2);
        at(710);
        assertThat(did).last().isEqualTo("look 2 page 0");
    }

    @Test
    void aRestartByAPersonLosesThePages() {
        at(0);
        part.act(new Action.Restart("web"));
        at(30);
        assertThat(did).containsExactly("lost");
    }

    @Test
    void aServerWhoseReplicasHaveACacheEachIsRefused() {
        assertThatThrownBy(() -> part(server(3, 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("web must be one replica with a page cache to have its pages kept elsewhere, but was 3,"
                        + " each with a cache of its own");
    }
}
