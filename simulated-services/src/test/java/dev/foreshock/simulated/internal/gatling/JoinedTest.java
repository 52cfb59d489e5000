package dev.foreshock.simulated.internal.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.result.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinedTest {
    private static final long MILLI = 1_000_000;
    private static final long ZERO = 1_000_000 * MILLI;
    private static final long END = 10_000 * MILLI;
    private static final Map<String, Long> PATIENCE = Map.of("client", 300 * MILLI);
    private static final String TIMEOUT = "Request timeout to 127.0.0.1/127.0.0.1:1 after 300 ms";

    private static Passage passage(long key, long sent, long left) {
        Passage passage = new Passage("client", "", key, sent * MILLI);
        passage.leftNanos = left * MILLI;
        return passage;
    }

    private static GatlingLog log(GatlingLog.Request... requests) {
        return new GatlingLog(1_000_000, List.of(requests), Map.of(), List.of());
    }

    private static GatlingLog.Request request(long from, long to, String message) {
        return new GatlingLog.Request("client", 1_000_000 + from, 1_000_000 + to, message.isEmpty(), message);
    }

    private static Joined join(GatlingLog log, Passage... passages) {
        return Joined.of(List.of(passages), log, ZERO, END, PATIENCE);
    }

    private static SeenRequest seen(long key, long sent, long took, Outcome outcome) {
        return new SeenRequest("client", "", key, sent * MILLI, took < 0 ? took : took * MILLI, outcome);
    }

    @Test
    void requestsTakeWhatGatlingMeasuredAndCountFromWhenTheyWereToBeSent() {
        Joined joined =
                join(log(request(205, 214, ""), request(103, 110, "")), passage(1, 100, 100), passage(2, 200, 200));
        assertThat(joined.requests()).containsExactly(seen(1, 100, 7, Outcome.OK), seen(2, 200, 9, Outcome.OK));
        assertThat(joined.lateNanos()).containsExactly(3 * MILLI, 5 * MILLI);
        assertThat(joined.lateNanos(0.5)).isEqualTo(3 * MILLI);
    }

    @Test
    void theModelledNetworkComesOnTopOfIt() {
        Passage passage = passage(1, 100, 120);
        passage.cameBackNanos = 131 * MILLI;
        passage.overNanos = 151 * MILLI;
        assertThat(join(log(request(121, 130, "")), passage).requests())
                .containsExactly(seen(1, 100, 20 + 9 + 20, Outcome.OK));
    }

    @Test
    void whoHasLostPatienceHearsNoAnswerAnyMore() {
        assertThat(join(
                                log(request(120, 410, ""), request(520, 823, TIMEOUT)),
                                passage(1, 100, 120),
                                passage(2, 520, 520))
                        .requests())
                .containsExactly(seen(1, 100, 300, Outcome.TIMED_OUT), seen(2, 520, 300, Outcome.TIMED_OUT));
    }

    @Test
    void whatNeverLeftIsWhatThePartSawOfIt() {
        Passage lost = new Passage("client", "", 1, 100 * MILLI);
        lost.overNanos = 400 * MILLI;
        lost.outcome = Outcome.TIMED_OUT;
        Passage pending = new Passage("client", "", 2, 9_900 * MILLI);
        Joined joined = join(log(), lost, pending);
        assertThat(joined.requests()).first().isEqualTo(seen(1, 100, 300, Outcome.TIMED_OUT));
        assertThat(joined.requests()).last().matches(request -> !request.isOver());
        assertThat(joined.lateNanos(0.99)).isZero();
    }

    @Test
    void whatIsNotOverByTheEndIsUnderWay() {
        assertThat(join(log(request(9_990, 10_020, "")), passage(1, 9_990, 9_990))
                        .requests())
                .singleElement()
                .matches(request -> !request.isOver());
    }

    @Test
    void aLogOfOtherRequestsIsRefused() {
        assertThatThrownBy(() -> join(log(), passage(1, 100, 100)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the log of Gatling must tell of all requests and of no other, which are {client=1}, but tells of {}");
    }
}
