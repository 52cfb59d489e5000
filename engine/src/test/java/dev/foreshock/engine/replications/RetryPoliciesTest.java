package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetryBreakerSpec;
import dev.foreshock.engine.call.RetryBudgetSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R2: M. Brooker, "Fixing retries with token buckets and circuit breakers", 2022. A hundred clients, ten calls a second each,
 * a server that fails each attempt with the same chance, an exponential 10 ms on the way there and back.
 */
@Tag("fidelity")
class RetryPoliciesTest {
    private static final String NAME = "R2 retry policies";
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(1000);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);
    private static final RetrySpec THREE = retries(3);
    private static final RetrySpec BUCKET =
            retries(1000).budgeted(new RetryBudgetSpec(Percent.of(10), 5, null, Scope.REPLICA));
    private static final RetrySpec BREAKER = retries(3).broken(new RetryBreakerSpec(Percent.of(10), Scope.REPLICA));

    private static RetrySpec retries(int most) {
        return new RetrySpec(most, Duration.ZERO, 1, Duration.ZERO, Jitter.NONE, null);
    }

    private static List<Replicated> run(
            String policy, RetrySpec retries, Duration time, double failing, double load, double success) {
        boolean isShort = time.equals(SHORT);
        List<Sample> seen = Counts.run(
                scenario(retries, time, failing),
                Duration.ZERO,
                isShort ? 100 : 4,
                List.of(
                        counts -> (double) counts.of("service").arrivals()
                                / counts.of("clients").arrivals(),
                        counts -> (double) counts.of("clients").good()
                                / counts.of("clients").arrivals()));
        String setting = policy + ", f=" + failing + ", " + time.toSeconds() + " s, ";
        return List.of(
                Replicated.standard(NAME, setting + "load", load, seen.get(0)),
                Replicated.standard(NAME, setting + "success", success, seen.get(1)));
    }

    private static Scenario scenario(RetrySpec retries, Duration time, double failing) {
        LinkSpec link =
                new LinkSpec(new Exponential(Duration.ofMillis(10)), null, Duration.ZERO, Duration.ofSeconds(60));
        Duration instant = Duration.ofNanos(1);
        ServerSpec clients = ServerSpec.of(100_000, new Fixed(Duration.ZERO))
                .replicas(100)
                .choose(ChoiceSpec.of(By.RANDOM))
                .call("service", CallSpec.plain().over(link).retrying(retries))
                .build();
        return Scenario.named("retry-policies", Worlds.from9(time.plus(LAST_ANSWERS)))
                .component("clients", clients)
                .component(
                        "service",
                        OpaqueSpec.of(Map.of(
                                "any", new MeasurementSpec(Rate.perSecond(0), instant, instant, new Percent(failing)))))
                .users("callers", Worlds.onePage("clients"))
                .traffic(
                        "callers",
                        "all",
                        new Hold(Moment.after(Duration.ZERO), Moment.after(time), Rate.perSecond(1000)))
                .build();
    }

    @Test
    void loadAndSuccessAreThoseOfThePaper() throws IOException {
        double[] failing = {0.01, 0.05, 0.1, 0.3, 0.5};
        double[][] three = {{1.010, 1}, {1.052, 1}, {1.111, 1}, {1.417, 0.992}, {1.875, 0.937}};
        double[][] bucket10 = {{1.010, 1}, {1.053, 1}, {1.102, 0.992}, {1.139, 0.799}, {1.142, 0.570}};
        double[][] bucket1000 = {{1.010, 1}, {1.053, 1}, {1.093, 0.984}, {1.100, 0.770}, {1.100, 0.550}};
        double[][] breaker10 = {{1.009, 0.999}, {1.039, 0.986}, {1.031, 0.928}, {1.001, 0.701}, {1, 0.5}};
        double[][] breaker1000 = {{1.010, 1}, {1.053, 1}, {1.017, 0.915}, {1, 0.7}, {1, 0.5}};
        List<Replicated> all = new ArrayList<>();
        for (int i = 0; i < failing.length; i++) {
            double f = failing[i];
            all.addAll(run("three", THREE, SHORT, f, three[i][0], three[i][1]));
            all.addAll(run("bucket", BUCKET, SHORT, f, bucket10[i][0], bucket10[i][1]));
            all.addAll(run("bucket", BUCKET, LONG, f, bucket1000[i][0], bucket1000[i][1]));
            all.addAll(run("breaker", BREAKER, SHORT, f, breaker10[i][0], breaker10[i][1]));
            all.addAll(run("breaker", BREAKER, LONG, f, breaker1000[i][0], breaker1000[i][1]));
        }
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
    }
}
