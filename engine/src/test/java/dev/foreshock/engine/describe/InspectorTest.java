package dev.foreshock.engine.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.curve.Ramp;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InspectorTest {
    private static List<String> problems(Object description) {
        return Inspector.inspect(description).stream().map(Problem::toString).toList();
    }

    private static ServerSpec.Builder server() {
        return ServerSpec.of(4, new Fixed(Duration.ofMillis(20)));
    }

    @Test
    void everyRangeNamesTheSettingTheRuleAndTheValue() {
        assertThat(problems(ServerSpec.of(0, new Fixed(Duration.ZERO)).build()))
                .containsExactly("workers: 'workers' must be between 1 and 1000000, but was 0");
        assertThat(problems(server().queue(-1).build()))
                .containsExactly(
                        "queue: 'queue' must be between 0 and 1000000000, but was -1 (or leave it out. Requests that may wait"
                                + " in each replica; any number, if left out. Those beyond are shed.)");
        assertThat(problems(server().replicas(10_001).build()))
                .containsExactly("replicas: 'replicas' must be between 1 and 10000, but was 10001");
        assertThat(problems(new DatabaseSpec(1, new Fixed(Duration.ofMillis(-5)), null)))
                .containsExactly("query.value: 'value' must be not negative, but was -5ms");
        assertThat(problems(server().memory(new MemorySpec(new Bytes(0), new Bytes(1)))
                        .build()))
                .containsExactly("memory.heap: 'heap' must be at least 1 B, but was 0 B");
        assertThat(problems(server().admit(AdmissionSpec.sessions(Rate.perSecond(0)))
                        .build()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("admit.rate: 'rate' must be at least");
        assertThat(problems(server().restart(RestartSpec.byHand(Duration.ZERO, Percent.ZERO, Duration.ZERO))
                        .build()))
                .containsExactly("restart.cold: 'cold' must be between 0.1% and 100%, but was 0%");
        assertThat(problems(server().call("db", CallSpec.plain().times(0)).build()))
                .containsExactly("calls.db.count: 'count' must be between 1 and 10000, but was 0");
        assertThat(problems(server().call("db", CallSpec.plain().retrying(RetrySpec.of(1001)))
                        .build()))
                .containsExactly("calls.db.retries.attempts: 'attempts' must be between 0 and 1000, but was 1001");
        assertThat(problems(server().call("db", CallSpec.plain().within(Duration.ZERO))
                        .build()))
                .containsExactly("calls.db.timeout: 'timeout' must be at least 1ns, but was 0s"
                        + " (or leave it out. How long one attempt may take; any time, if left out.)");
        assertThat(problems(new PageCacheSpec(Percent.of(10), 0, 6, Duration.ZERO)))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("pages", "popularity", "ttl");
        assertThat(problems(new ResponderSpec(Duration.ofSeconds(-1), Duration.ofSeconds(-1))))
                .hasSize(2);
        assertThat(problems(new Geometric(0.5))).hasSize(1);
        assertThat(problems(new Count(0))).hasSize(1);
        assertThat(problems(new LinkSpec(new Fixed(Duration.ZERO), 0, Duration.ZERO, Duration.ZERO)))
                .hasSize(1);
    }

    @Test
    void whatIsNotANumberIsOutsideEveryRange() {
        assertThat(problems(new Geometric(Double.NaN))).hasSize(1);
        assertThat(problems(new RetrySpec(1, Duration.ZERO, Double.NaN, Duration.ZERO, Jitter.NONE, null)))
                .hasSize(1);
        assertThat(problems(new PageCacheSpec(Percent.of(10), 1, Double.NaN, Duration.ofSeconds(1))))
                .hasSize(1);
    }

    @Test
    void limitsAreIncluded() {
        assertThat(problems(ServerSpec.of(1_000_000, new Fixed(Duration.ZERO))
                        .replicas(10_000)
                        .queue(0)
                        .build()))
                .isEmpty();
        assertThat(problems(server().call(
                                "db", CallSpec.plain().timesTogether(10_000).retrying(RetrySpec.of(1000)))
                        .build()))
                .isEmpty();
        assertThat(problems(new Fixed(Duration.ofDays(3650)))).isEmpty();
        assertThat(problems(new Fixed(Duration.ofDays(3650).plusNanos(1)))).hasSize(1);
        assertThat(problems(new Fixed(Duration.ofSeconds(Long.MIN_VALUE)))).hasSize(1);
    }

    @Test
    void rulesOfOneDescription() {
        assertThat(problems(new Uniform(Duration.ofSeconds(3), Duration.ofSeconds(2))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("to: ");
        assertThat(problems(new Ramp(Moment.at("10:00"), Moment.at("10:00"), Rate.perSecond(1), null, null)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("to: ");
        assertThat(problems(BalancerSpec.atOnce(Map.of()))).hasSize(1);
    }

    @Test
    void keysAreSpelledAsInFiles() {
        assertThat(problems(new BalancerSpec(
                        Map.of("a", Percent.HUNDRED),
                        BalancerSpec.Switching.DNS,
                        Duration.ZERO,
                        Percent.ZERO,
                        Duration.ZERO,
                        LinkSpec.NONE)))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("ttl", "ignored-for");
    }
}
