package dev.foreshock.simulated.internal.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HaproxyConfigTest {
    private static final BalancerSpec PLAIN = BalancerSpec.atOnce(Map.of("a", Percent.of(50), "b", Percent.of(50)))
            .choosing(ChoiceSpec.ROUND_ROBIN)
            .refusingWhenNoneIsLeft();
    private static final Map<String, String> ADDRESSES = Map.of("a", "127.0.0.1:1", "b", "127.0.0.1:2");

    @Test
    void eachSettingHasItsWord() {
        BalancerSpec spec = PLAIN.within(Duration.ofMillis(250))
                .checking(HealthCheckSpec.every(Duration.ofMillis(500), Duration.ofMillis(200))
                        .inARow(2, 4))
                .redispatching(new RedispatchSpec(3, Set.of(RedispatchSpec.On.REFUSED, RedispatchSpec.On.TIMED_OUT)))
                .over(new LinkSpec(LinkSpec.NONE.latency(), 40, Duration.ZERO, Duration.ofSeconds(60)));
        assertThat(HaproxyConfig.obstacle(spec)).isEmpty();
        assertThat(HaproxyConfig.text("gateway", spec, 8080, ADDRESSES)).isEqualTo("""
                global
                    maxconn 4000
                    nbthread 1
                    log stdout format raw daemon notice
                defaults
                    mode http
                    log global
                    option abortonclose
                    timeout client 24h
                    timeout connect 250ms
                    timeout server 250ms
                    timeout queue 250ms
                    retries 3
                    option redispatch 1
                    retry-on conn-failure response-timeout 504
                frontend in
                    bind 127.0.0.1:8080
                    default_backend gateway
                backend gateway
                    balance roundrobin
                    option httpchk GET /health
                    http-check expect status 200
                    timeout check 200ms
                    default-server inter 500ms fall 2 rise 4
                    server a 127.0.0.1:1 maxconn 40 check weight 1
                    server b 127.0.0.1:2 maxconn 40 check weight 1
                """);
    }

    @Test
    void whatIsLeftOutIsLeftOut() {
        String text = HaproxyConfig.text("gateway", PLAIN.choosing(ChoiceSpec.bestOf(2)), 8080, ADDRESSES);
        assertThat(text)
                .contains(
                        "balance random(2)",
                        "retries 0",
                        "no option redispatch",
                        "timeout server 24h",
                        "server a 127.0.0.1:1 weight 1")
                .doesNotContain("check", "maxconn 40 ");
    }

    @Test
    void whatHaproxyIsNotIsSaidWithTheWayOut() {
        BalancerSpec other = BalancerSpec.dns(
                        PLAIN.weights(), Duration.ofSeconds(60), Percent.ZERO, Duration.ofMinutes(30))
                .ejecting(EjectionSpec.after(5, Duration.ofSeconds(1)))
                .checking(HealthCheckSpec.every(Duration.ofSeconds(1), Duration.ofSeconds(1))
                        .fromBeginToBegin()
                        .deep())
                .over(LinkSpec.of(Duration.ofMillis(1)));
        assertThat(HaproxyConfig.obstacle(other).orElseThrow())
                .contains(
                        "'switch' must be at-once",
                        "'choose' must be for each call",
                        "'eject' must be left out",
                        "'none-left' must be refuse",
                        "'check.depth' must be shallow",
                        "'check.from' must be end",
                        "'link.latency' must be 0s");
    }
}
