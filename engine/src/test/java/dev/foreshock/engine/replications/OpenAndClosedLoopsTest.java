package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R4: B. Schroeder, A. Wierman and M. Harchol-Balter, "Open versus closed: a cautionary tale", NSDI 2006; numbers of M. Brooker, 2023. One
 * server that takes .1 ms, and 10 ms for one request in a thousand.
 */
@Tag("fidelity")
class OpenAndClosedLoopsTest {
    private static final String NAME = "R4 open and closed loops";
    private static final int RUNS = 24;
    private static final double MILLI = 1e6;
    private static final TimeLaw SERVICE = Mixture.of(
            Percent.of(99.9), new Exponential(Duration.ofNanos(100_000)), new Exponential(Duration.ofMillis(10)));
    private static final ServerSpec SERVER = ServerSpec.of(1, SERVICE).build();

    /** Collects response times after a second, to three digits, and the time the server is busy. */
    private static final class Times implements Probe {
        private static final long FROM = 1_000_000_000L;

        final Histogram histogram = new Histogram(3);
        private double sum;
        private double busyNanos;
        private long changed = FROM;
        private int busyNow;

        @Override
        public void ended(String users, String request, long key, Outcome outcome, long tookNanos, long nowNanos) {
            if (nowNanos - tookNanos >= FROM) {
                histogram.recordValue(tookNanos);
                sum += tookNanos;
            }
        }

        @Override
        public void occupied(String component, long workers, int busy, int waiting, long nowNanos) {
            if (nowNanos > changed) {
                busyNanos += busyNow * (double) (nowNanos - changed);
                changed = nowNanos;
            }
            busyNow = busy;
        }

        double mean() {
            return sum / histogram.getTotalCount() / MILLI;
        }

        double quantile(double percent) {
            return histogram.getValueAtPercentile(percent) / MILLI;
        }

        double utilization() {
            return busyNanos / (changed - FROM);
        }
    }

    private static Scenario closed(int clients, double thinkMillis, int seconds) {
        Duration think = Duration.ofNanos(Math.round(thinkMillis * MILLI));
        return Scenario.named("closed", Worlds.from9(Duration.ofSeconds(seconds)))
                .component("web", SERVER)
                .users(
                        "client",
                        Worlds.users(
                                        "web",
                                        new Count(1),
                                        new Exponential(think),
                                        Duration.ofDays(1),
                                        Worlds.habits(0, 0))
                                .resident(clients))
                .build();
    }

    private static List<Sample> run(Scenario scenario, List<ToDoubleFunction<Times>> readings) {
        Simulation simulation = Simulation.of(scenario);
        double[][] values = new double[readings.size()][RUNS];
        IntStream.range(0, RUNS).parallel().forEach(number -> {
            Times times = new Times();
            simulation.replication(Counts.SEED, number, Watcher.NONE, times);
            for (int i = 0; i < values.length; i++) {
                values[i][number] = readings.get(i).applyAsDouble(times);
            }
        });
        return java.util.Arrays.stream(values).map(Sample::new).toList();
    }

    @Test
    void aClosedLoopUnderstatesTheTailOfAnOpenOne() throws IOException {
        double perSecond = 0.8 / 0.1099e-3;
        List<Sample> open = run(
                Worlds.open(SERVER, perSecond, Duration.ofSeconds(601)).build(),
                List.of(
                        Times::mean,
                        times -> times.quantile(50),
                        times -> times.quantile(90),
                        times -> times.quantile(99)));
        List<Sample> one = run(
                closed(1, 0.02198, 61),
                List.of(Times::utilization, times -> times.quantile(99), times -> times.quantile(99.9)));
        List<Sample> ten = run(
                closed(10, 1.2584, 121),
                List.of(Times::utilization, Times::mean, times -> times.quantile(99), times -> times.quantile(99.9)));
        List<Replicated> all = List.of(
                Replicated.standard(NAME, "open, mean in ms", 4.1132, open.get(0)),
                Replicated.standard(NAME, "open, p50 in ms", 0.41817, open.get(1)),
                Replicated.standard(NAME, "open, p90 in ms", 14.161, open.get(2)),
                Replicated.standard(NAME, "open, p99 in ms", 45.798, open.get(3)),
                Replicated.standard(NAME, "one client, utilization", 0.834, one.get(0)),
                Replicated.standard(NAME, "one client, p99 in ms", 0.471, one.get(1)),
                Replicated.standard(NAME, "one client, p99.9 in ms", 0.97, one.get(2)),
                Replicated.standard(NAME, "ten clients, utilization", 0.698, ten.get(0)),
                Replicated.standard(NAME, "ten clients, mean in ms", 0.3175, ten.get(1)),
                Replicated.standard(NAME, "ten clients, p99 in ms", 1.20, ten.get(2)),
                Replicated.standard(NAME, "ten clients, p99.9 in ms", 21.9, ten.get(3)));
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
        assertThat(open.get(3).mean() / ten.get(2).mean())
                .as("open p99 over closed p99")
                .isGreaterThan(25);
    }
}
