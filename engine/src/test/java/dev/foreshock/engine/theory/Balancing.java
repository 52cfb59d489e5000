package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.ChoiceSpec.By;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.policy.RandomChoice;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The choice of one of many queues, and of one of many bins. */
final class Balancing {
    private static final String SUPERMARKET = "supermarket model; JSQ(d); N->infinity; exp service mean 1";

    /**
     * How many queues stand for infinitely many. With {@code N} of them the mean time is longer by a share of the order of
     * {@code 1/N}: near 1 % for 100 of them and .9 (2.638 against 2.614), so near .2 % here; at .99 it is some times that.
     */
    private static final int QUEUES = 500;

    /** A random choice makes each queue an M/M/1 queue, however many there are. */
    private static final int RANDOM_QUEUES = 20;

    /** Thrown together for each row; the standard error of the mean is below .1 % with them. */
    private static final int BALLS = 20_000_000;

    private Balancing() {}

    static List<Family> all() {
        return List.of(
                new Family(SUPERMARKET, Balancing::bestOf),
                new Family(Family.apart(SUPERMARKET, "random_W_mean"), Balancing::random),
                new Family("balls into bins; random placement (one choice)", Balancing::balls));
    }

    private static Model bestOf(Parameters parameters) {
        double lambda = parameters.number("lambda");
        double tolerance = lambda > 0.98 ? 0.05 : 0.02;
        double slowness = Math.min(20, 1 / (1 - lambda));
        return new Model(
                Scenes.UNIT_SECONDS,
                100 * slowness,
                150 * slowness,
                20 * slowness,
                length -> supermarket(parameters.whole("d"), lambda, length),
                row -> switch (row.metric()) {
                    case "W_mean" ->
                        Check.limit(
                                tolerance,
                                seen -> seen.units(
                                        seen.station(Scenes.WEB).stays.meanSeconds()));
                    case "P(queue>=3)" ->
                        Check.limit(
                                tolerance,
                                seen -> IntStream.range(0, QUEUES)
                                        .mapToDouble(i ->
                                                seen.station(queue(i)).inside.shareFrom(3))
                                        .average()
                                        .orElseThrow());
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    private static String queue(int number) {
        return String.format(Locale.ROOT, "%s%03d", Scenes.ONE_OF_MANY, number);
    }

    private static Scenario supermarket(int d, double lambda, Duration length) {
        Map<String, Percent> weights = new TreeMap<>();
        IntStream.range(0, QUEUES).forEach(i -> weights.put(queue(i), new Percent(1.0 / QUEUES)));
        ScenarioBuilder builder =
                Scenes.open(BalancerSpec.atOnce(weights).choosing(ChoiceSpec.bestOf(d)), lambda * QUEUES, length);
        weights.keySet()
                .forEach(name -> builder.component(
                        name, ServerSpec.of(1, new Exponential(units(1))).build()));
        return builder.build();
    }

    private static Model random(Parameters parameters) {
        double lambda = parameters.number("lambda");
        double tolerance = Effort.tolerance(lambda, 1);
        Effort effort = Effort.of(lambda, 1, tolerance);
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1)))
                .replicas(RANDOM_QUEUES)
                .choose(ChoiceSpec.of(By.RANDOM))
                .build();
        double rate = lambda * RANDOM_QUEUES;
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / rate,
                effort.quickCustomers() / rate,
                length -> Scenes.open(web, rate, length).build(),
                row -> Check.mean(
                        tolerance,
                        seen -> seen.units(seen.station(Scenes.WEB).stays.meanSeconds())));
    }

    /** The policy itself, without a simulation: within 1 % of the exact mean. */
    private static Model balls(Parameters parameters) {
        int balls = parameters.whole("balls");
        int bins = parameters.whole("bins");
        return new Model(
                Scenes.UNIT_SECONDS,
                0,
                0,
                0,
                length -> {
                    throw new IllegalStateException("nothing to simulate");
                },
                row -> new Check.Computed(
                        RowClass.FUNCTION,
                        meanOfMost(balls, bins) / (row.metric().equals("E[max]") ? 1 : (double) balls / bins),
                        0.01));
    }

    private static double meanOfMost(int balls, int bins) {
        RandomChoice choice = new RandomChoice(bins);
        Random bits = new Random(Trial.SEED);
        int rounds = BALLS / balls;
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            int[] in = new int[bins];
            int most = 0;
            for (int ball = 0; ball < balls; ball++) {
                most = Math.max(most, ++in[choice.choose(0, bits.nextLong())]);
            }
            sum += most;
        }
        return (double) sum / rounds;
    }
}
