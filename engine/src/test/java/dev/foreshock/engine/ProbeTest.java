package dev.foreshock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.RunResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeTest {
    /** Counts what it sees. */
    private static final class Counts implements Probe {
        final Map<String, Long> arrived = new HashMap<>();
        final Map<String, Long> good = new HashMap<>();
        final Map<String, Double> waited = new HashMap<>();
        final Map<String, Long> began = new HashMap<>();
        final Map<String, Double> busyNanos = new HashMap<>();
        final Map<String, long[]> occupied = new HashMap<>();
        long sent;
        long ended;

        @Override
        public void sent(String users, String request, long key, long nowNanos) {
            assertThat(users).isEqualTo("visitors");
            sent++;
        }

        @Override
        public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
            ended++;
        }

        @Override
        public void arrived(String component, String request, long key, long nowNanos) {
            arrived.merge(component, 1L, Long::sum);
        }

        @Override
        public void began(String component, long waitedNanos, long nowNanos) {
            began.merge(component, 1L, Long::sum);
            waited.merge(component, (double) waitedNanos, Double::sum);
        }

        @Override
        public void answered(
                String component, String request, long key, Outcome outcome, long insideNanos, long nowNanos) {
            good.merge(component, outcome == Outcome.OK ? 1L : 0L, Long::sum);
        }

        @Override
        public void occupied(String component, long workers, int busy, int waiting, long nowNanos) {
            long[] last = occupied.computeIfAbsent(component, name -> new long[2]);
            busyNanos.merge(component, (double) (nowNanos - last[0]) * last[1], Double::sum);
            last[0] = nowNanos;
            last[1] = busy;
        }
    }

    private static Scenario shop() {
        return Worlds.open(
                        ServerSpec.of(4, new Fixed(Duration.ofMillis(20)))
                                .queue(10)
                                .call("db", CallSpec.plain().times(2))
                                .build(),
                        60,
                        Duration.ofSeconds(200))
                .component("db", DatabaseSpec.of(3, new Exponential(Duration.ofMillis(20))))
                .build();
    }

    @Test
    void aProbeSeesWhatTheResultCounts() {
        Counts counts = new Counts();
        RunResult run = Simulation.of(shop()).replication(Worlds.SEED, 0, Watcher.NONE, counts);
        for (String component : new String[] {"web", "db"}) {
            var figures = run.components().get(component);
            assertThat(counts.arrived.get(component)).isEqualTo(figures.arrivals());
            assertThat(counts.good.get(component)).isEqualTo(figures.completions());
            assertThat(counts.waited.get(component) / counts.began.get(component) / 1e9)
                    .isCloseTo(figures.waitingTime(), org.assertj.core.api.Assertions.within(1e-9));
            double workers = component.equals("web") ? 4 : 3;
            assertThat(counts.busyNanos.get(component) / 200e9 / workers)
                    .isCloseTo(figures.utilization(), org.assertj.core.api.Assertions.within(1e-3));
        }
        assertThat(counts.sent).isEqualTo(run.requests().offered());
        assertThat(counts.sent - counts.ended).isEqualTo(run.requests().inFlight());
    }

    @Test
    void aProbeChangesNothing() {
        Simulation simulation = Simulation.of(shop());
        assertThat(simulation.replication(Worlds.SEED, 3, Watcher.NONE, new Counts()))
                .isEqualTo(simulation.replication(Worlds.SEED, 3, Watcher.NONE));
    }
}
