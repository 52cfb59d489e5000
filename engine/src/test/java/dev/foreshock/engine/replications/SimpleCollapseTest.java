package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R3: five seconds of double load, and a collapse for good: a server takes 1 s and 10 ms more for each request in flight, its clients wait 3 s
 * and try three times (model: Brooker's simulator; values of an independent simulation).
 */
@Tag("fidelity")
class SimpleCollapseTest {
    private static final int ANY = 1_000_000;
    private static final int RUNS = 60;

    private static Scenario spike(double base, double spike, RetrySpec retries) {
        CallSpec call = CallSpec.plain()
                .within(Duration.ofSeconds(3))
                .retrying(retries)
                .over(new LinkSpec(
                        new Exponential(Duration.ofMillis(100)), null, Duration.ZERO, Duration.ofSeconds(60)));
        ServerSpec clients = ServerSpec.of(ANY, new Fixed(Duration.ZERO))
                .call("server", call)
                .build();
        return Worlds.open(clients, base, Duration.ofSeconds(260))
                .component(
                        "server",
                        ServerSpec.of(ANY, new Fixed(Duration.ofSeconds(1)))
                                .contention(Duration.ofMillis(10))
                                .build())
                .traffic(
                        "visitors",
                        "spike",
                        new Hold(Moment.at("09:00:20"), Moment.at("09:00:25"), Rate.perSecond(spike)))
                .build();
    }

    private static RetrySpec twice(Duration base) {
        return new RetrySpec(2, base, 2, base.multipliedBy(2), Jitter.FULL, null);
    }

    private static double[] successes(Scenario scenario) {
        return IntStream.range(0, RUNS)
                .mapToDouble(number -> {
                    Goodput seen = new Goodput(140, 160);
                    Simulation.of(scenario).replication(Worlds.SEED, number, Watcher.NONE, seen);
                    return seen.share();
                })
                .toArray();
    }

    private static double collapsed(double[] successes) {
        return Arrays.stream(successes).filter(share -> share < 0.5).count() / (double) RUNS;
    }

    private static Replicated share(String setting, double published, double tolerance, double observed) {
        Sample sample = new Sample(observed, observed);
        return Replicated.within(tolerance, "R3 simple collapse", setting, published, sample);
    }

    @Test
    void aSpikeOfFiveSecondsCollapsesForGoodUnlessThereIsBackoff() throws IOException {
        double least = Arrays.stream(successes(spike(40, 40, twice(Duration.ofSeconds(20)))))
                .min()
                .orElseThrow();
        List<Replicated> all = List.of(
                share(
                        "at 40/s without backoff, share that collapses",
                        0.70,
                        0.16,
                        collapsed(successes(spike(40, 40, twice(Duration.ZERO))))),
                share(
                        "at 30/s without backoff, share that collapses",
                        0.33,
                        0.16,
                        collapsed(successes(spike(30, 50, twice(Duration.ZERO))))),
                share("at 40/s with backoff, least success afterwards", 1, 0.005, least));
        ReplicationsPage.renew(all);
        assertThat(all).as(Worlds.replay()).allMatch(Replicated::holds);
    }
}
