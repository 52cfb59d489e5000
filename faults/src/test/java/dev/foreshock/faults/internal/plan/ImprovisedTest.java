package dev.foreshock.faults.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.faults.undo.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovisedTest {
    private int toxics;

    private List<Change> changes(CallEffect effect) {
        return Improvised.changes(effect, "a:1", "db", () -> "t" + toxics++);
    }

    @Test
    void eachEffectIsWhatAPlanWouldMakeOfIt() {
        assertThat(changes(Latency.of(Duration.ofMillis(300))))
                .extracting(Change::call)
                .containsExactly(
                        "POST /proxies/db/toxics {\"name\":\"t0\",\"type\":\"latency\",\"stream\":\"upstream\","
                                + "\"toxicity\":1.0,\"attributes\":{\"jitter\":0,\"latency\":300}}");
        assertThat(changes(Refused.ALL)).containsExactly(new Change.Disable("a:1", "db"));
        assertThat(changes(Lost.ALL))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.call()).contains("\"type\":\"timeout\""));
    }

    @Test
    void whatAProxyCannotDoIsRefused() {
        assertThatThrownBy(() -> changes(new Errors(Percent.HUNDRED)))
                .hasMessageContaining("a proxy sees bytes, not calls or processes");
        assertThatThrownBy(() -> changes(new Lost(Percent.of(30))))
                .hasMessageContaining("must strike all calls, but 'lost (30% of calls)' strikes a share");
    }
}
