package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.arrival.ArrivalSpec;
import dev.foreshock.engine.arrival.Bursty;
import dev.foreshock.engine.arrival.Renewal;
import dev.foreshock.engine.arrival.SelfExciting;
import dev.foreshock.engine.law.Erlang;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.ServerSpec;
import java.util.List;
import java.util.function.Function;

/** Arrivals that are not Poisson. */
final class Arrivals {
    private Arrivals() {}

    static List<Family> all() {
        return List.of(
                new Family("GI/M/1 FIFO", Arrivals::renewal),
                new Family("G/G/1 bounds on Wq (E[S]=1)", Arrivals::bounds),
                new Family("MMPP2/M/1 (bursty arrivals)", Arrivals::bursty),
                new Family("Hawkes exp kernel phi(t)=n beta e^{-beta t}", Arrivals::selfExciting),
                new Family("Poisson incidents", Arrivals::incidents));
    }

    private static Model model(
            ServerSpec web, ArrivalSpec how, double lambda, Effort effort, Function<Row, Check> check) {
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length)
                        .users("visitors", Worlds.onePage(Scenes.WEB).arriving(how))
                        .build(),
                check);
    }

    private static Model renewal(Parameters parameters) {
        double lambda = parameters.number("lambda");
        ArrivalSpec how = switch (parameters.text("arrivals")) {
            case "deterministic" -> Renewal.regular();
            case "erlang2" -> new Renewal(new Erlang(units(1), 2));
            default -> throw new IllegalArgumentException("unknown arrivals in " + parameters.text());
        };
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .build();
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, 0.01);
        // An arrival finds the server busy with probability sigma.
        return model(
                web,
                how,
                lambda,
                Effort.of(0.8, 1, 0.01),
                row -> row.metric().equals("sigma")
                        ? Check.mean(
                                0.01, seen -> seen.station(Scenes.WEB).waits.positiveShare())
                        : metrics.check(row));
    }

    private static Model bounds(Parameters parameters) {
        double lambda = parameters.number("lambda");
        TimeLaw between = Lognormal.withCv(units(1), Math.sqrt(parameters.number("ca2")));
        ServerSpec web = ServerSpec.of(1, Lognormal.withCv(units(1), Math.sqrt(parameters.number("cs2"))))
                .build();
        return model(web, new Renewal(between), lambda, Effort.of(0.9, 2.5, 0.02), row -> {
            java.util.function.ToDoubleFunction<Observation> wait =
                    seen -> seen.units(seen.station(Scenes.WEB).waits.meanSeconds());
            return switch (row.metric()) {
                case "Wq_lower" -> new Check.Sampled(RowClass.BOUND, seen -> -wait.applyAsDouble(seen), 0);
                // Not a bound, and exact only where the utilization goes to one.
                case "Wq_heavy_traffic" -> Check.limit(0.15, wait);
                default -> new Check.Sampled(RowClass.BOUND, wait, 0);
            };
        });
    }

    private static Model bursty(Parameters parameters) {
        double slow = parameters.number("lambda1");
        double fast = parameters.number("lambda2");
        double calm = 1 / parameters.number("q12");
        double burst = 1 / parameters.number("q21");
        double mean = (slow * calm + fast * burst) / (calm + burst);
        ArrivalSpec how = new Bursty(fast / slow, new Exponential(units(burst)), new Exponential(units(calm)));
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .build();
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, 0.01);
        Effort effort = Effort.of(0.8, 4, 0.01);
        return model(
                web,
                how,
                mean,
                effort,
                row -> row.metric().equals("mean_lambda")
                        ? Check.mean(0.01, seen -> seen.station(Scenes.WEB).arrivalRate() / seen.units(1))
                        : metrics.check(row));
    }

    private static final double WINDOW_UNITS = 100;
    private static final double LONG_WINDOW_UNITS = 10_000;

    private static Model selfExciting(Parameters parameters) {
        double immigrants = parameters.number("mu");
        double beta = parameters.number("beta");
        double branching = parameters.number("branching");
        ArrivalSpec how = new SelfExciting(branching, new Exponential(units(1 / beta)));
        ServerSpec web = ServerSpec.of(1_000_000, new Exponential(units(1))).build();
        return model(web, how, immigrants, new Effort(1000, 1_000_000, 20_000), row -> switch (row.metric()) {
            case "mean_rate" ->
                Check.mean(0.01, seen -> seen.station(Scenes.WEB).arrivalRate() / seen.units(1));
            // The variance of an infinite window, seen through one of 10 000 units: 0.2 % lower there.
            case "fano_long_window" ->
                Check.limit(0.05, seen -> seen.counts(LONG_WINDOW_UNITS).fano());
            case "variance_counts_W=100" ->
                Check.mean(0.02, seen -> seen.counts(WINDOW_UNITS).variance());
            case "mean_cluster_size" -> Check.function(how.multiplies());
            default -> new Check.Open("a rate given one arrival: the cluster's mean is checked by the row before");
        });
    }

    /** Incidents a day, one to a unit; their number in so many days. */
    private static Model incidents(Parameters parameters) {
        double rate = parameters.number("rate_per_day");
        double days = parameters.number("days");
        ServerSpec web = ServerSpec.of(1_000_000, new Exponential(units(1))).build();
        double windows = 20_000;
        return model(web, null, rate, new Effort(0, rate * days * windows, rate * days * 1000), row -> {
            int least = row.metric().equals("P(>=5)") ? 5 : 1;
            return Check.mean(0.01, seen -> {
                double share = seen.counts(days).shareFrom(least);
                return least == 1 ? 1 - share : share;
            });
        });
    }
}
