package dev.foreshock.engine.replications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R6: N. Bronson et al., "Metastable failures in distributed systems", HotOS 2021. A database for 300 queries a second (30 servers, 100 ms),
 * clients that wait a second, ten seconds without service. How long after that until more than 99 % of the requests of ten seconds
 * are answered (values of an independent simulation).
 */
@Tag("fidelity")
class RetryStormTest {
    private static final String NAME = "R6 retry metastability";
    private static final int RUNS = 20;
    private static final double BEFORE = 60;
    private static final double OUTAGE = 10;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final int[] LOADS = {120, 140, 160, 200, 250, 280};
    private static final double[] ONE_RETRY = {32, 116, NEVER, NEVER, NEVER, NEVER};
    private static final double[] NO_RETRY = {6, 7, 10, 18, 45, 124};
    private static final double[] BUDGET = {7, 9, 13, 25, 103, NEVER};
    private static final double[] DROPPED = {0, 0, 0, 154, NEVER, NEVER};
    private static final RetrySpec ONCE = new RetrySpec(1, Duration.ZERO, 2, Duration.ZERO, Jitter.NONE, null);

    private static Scenario storm(double perSecond, CallSpec call, double after) {
        ServerSpec clients = ServerSpec.of(1_000_000, new Fixed(Duration.ZERO))
                .call("db", call.within(Duration.ofSeconds(1)))
                .build();
        return Worlds.open(clients, perSecond, Duration.ofSeconds((long) (BEFORE + OUTAGE + after + 20)))
                .component(
                        "db",
                        ServerSpec.of(30, new Exponential(Duration.ofMillis(100)))
                                .build())
                .fault(
                        "outage",
                        FaultSpec.of(
                                Moment.after(Duration.ofSeconds((long) BEFORE)),
                                Duration.ofSeconds((long) OUTAGE),
                                "db",
                                Pause.ALL))
                .build();
    }

    private static double[] recoveries(double perSecond, CallSpec call, double watched) {
        Simulation simulation = Simulation.of(storm(perSecond, call, watched));
        return IntStream.range(0, RUNS)
                .parallel()
                .mapToDouble(number -> {
                    SecondBySecond seen = new SecondBySecond();
                    simulation.replication(Worlds.SEED, number, Watcher.NONE, seen);
                    return seen.firstGoodWindow(BEFORE + OUTAGE, BEFORE + OUTAGE + watched, 10, 0.99);
                })
                .toArray();
    }

    private static List<Replicated> policy(String policy, CallSpec call, double[] published) {
        List<Replicated> all = new ArrayList<>();
        for (int i = 0; i < LOADS.length; i++) {
            double watched = published[i] == NEVER ? 400 : Math.max(60, 3 * published[i]);
            double[] seconds = recoveries(LOADS[i], call, watched);
            String setting = policy + " at " + LOADS[i] + "/s, ";
            if (published[i] == NEVER) {
                double down = Arrays.stream(seconds).filter(Double::isInfinite).count() / (double) RUNS;
                all.add(Replicated.within(0.05, NAME, setting + "share that stays down", 1, new Sample(down, down)));
            } else {
                double[] ended = Arrays.stream(seconds).filter(Double::isFinite).toArray();
                Sample sample = new Sample(ended);
                double tolerance = Math.max(1, 0.2 * published[i]) + 4 * sample.error();
                all.add(Replicated.within(tolerance, NAME, setting + "recovers in s", published[i], sample));
            }
        }
        return all;
    }

    @Test
    void aShortOutageKeepsDownWhatRetriesAndLoadSustain() throws IOException {
        List<Replicated> all = new ArrayList<>();
        all.addAll(policy("one retry", CallSpec.plain().retrying(ONCE), ONE_RETRY));
        all.addAll(policy("no retry", CallSpec.plain(), NO_RETRY));
        all.addAll(policy("10 % budget", CallSpec.plain().retrying(ONCE.budgeted(Percent.of(10))), BUDGET));
        all.addAll(policy(
                "one retry, expired work dropped",
                CallSpec.plain().retrying(ONCE).passingDeadline(),
                DROPPED));
        ReplicationsPage.renew(all);
        assertThat(all).allMatch(Replicated::holds);
    }

    @Test
    void whatStaysDownIsOfferedTwiceItsLoad() {
        Scenario scenario = storm(280, CallSpec.plain().retrying(ONCE), 300);
        double sum = IntStream.range(0, 5)
                .mapToDouble(number -> {
                    SecondBySecond seen = new SecondBySecond();
                    Simulation.of(scenario).replication(Worlds.SEED, number, Watcher.NONE, seen);
                    return seen.arrivalsPerSecond("db", 270, 370);
                })
                .average()
                .orElseThrow();
        System.out.println(String.format(Locale.ROOT, "offered %.1f/s", sum));
        assertThat(sum).isBetween(0.99 * 560, 1.01 * 560);
    }
}
