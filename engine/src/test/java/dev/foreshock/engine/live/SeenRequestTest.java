package dev.foreshock.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Shops;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Users whose requests somebody else sent. */
class SeenRequestTest {
    private static final long MILLI = 1_000_000;
    private static final Scenario SHOP = Shops.shop(Duration.ofSeconds(60));

    private final List<SeenRequest> seen = new ArrayList<>();

    /** Plays users whose requests are all answered after 7 ms, but those of every tenth ticket, which fail. */
    private UsersPart played() {
        Queue<long[]> under = new ArrayDeque<>();
        long[] now = {0};
        Beyond beyond = new Beyond() {
            @Override
            public void send(long ticket, Hop hop) {
                under.add(new long[] {ticket, now[0] + 7 * MILLI});
            }

            @Override
            public void stop(long ticket) {}

            @Override
            public void answer(long ticket, Outcome outcome) {}

            @Override
            public void act(Action action) {}
        };
        Probe probe = new Probe() {
            @Override
            public void ended(String users, String request, long key, Outcome outcome, long took, long at) {
                seen.add(new SeenRequest(users, request, key, at - took, took, outcome));
            }
        };
        UsersPart part = UsersPart.of(SHOP, PartOptions.of(1, 0).seenBy(probe), beyond);
        long end = SHOP.clock().lengthNanos();
        while (now[0] < end) {
            long due = part.advance(now[0]);
            while (!under.isEmpty() && under.element()[1] <= now[0]) {
                long ticket = under.remove()[0];
                part.answered(ticket, ticket % 10 == 0 ? Outcome.ERROR : Outcome.OK);
                due = now[0];
            }
            now[0] = Math.min(end, under.isEmpty() ? due : Math.min(due, under.element()[1]));
        }
        part.advance(end);
        return part;
    }

    @Test
    void whoSeesWhatTheUsersSeeGivesTheResultOfTheUsers() {
        RunResult own = played().close(List.of());
        List<SeenRequest> all = List.copyOf(seen);
        assertThat(own.requests().offered())
                .isGreaterThan(2_000)
                .isEqualTo(all.size() + own.requests().inFlight());
        UsersPart again = played();
        List<SeenRequest> told = new ArrayList<>(all);
        for (long pending = own.requests().inFlight(); pending > 0; pending--) {
            told.add(new SeenRequest(
                    "visitors", "", 1, SHOP.clock().lengthNanos() - 1, SeenRequest.PENDING, Outcome.OK));
        }
        RunResult other = again.close(List.of(), told);
        assertThat(other.requests()).isEqualTo(own.requests());
        assertThat(other.responseTimes()).isEqualTo(own.responseTimes());
        assertThat(other.users()).isEqualTo(own.users());
        assertThat(other.impacts()).isEqualTo(own.impacts());
        assertThat(other.minutes().affected()).isEqualTo(own.minutes().affected());
        assertThat(other.series().failures()).isEqualTo(own.series().failures());
    }

    @Test
    void whoSeesOtherThingsGivesAnotherResult() {
        UsersPart part = played();
        SeenRequest slow = new SeenRequest("visitors", "", 1, 30_000 * MILLI, 500 * MILLI, Outcome.RESET);
        RunResult told = part.close(List.of(), List.of(slow));
        assertThat(told.requests().offered()).isEqualTo(1);
        assertThat(told.requests().failed()).isEqualTo(1);
        assertThat(told.users().total()).as("users are those that were played").isGreaterThan(2_000);
    }
}
