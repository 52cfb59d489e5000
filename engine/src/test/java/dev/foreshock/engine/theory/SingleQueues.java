package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.law.Erlang;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Hyperexponential;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.Pareto;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.util.List;

/** Poisson arrivals at one first-come-first-served queue. */
final class SingleQueues {
    private SingleQueues() {}

    static List<Family> all() {
        return List.of(
                new Family("M/M/1 FIFO", SingleQueues::exponential),
                new Family("M/M/c FIFO", SingleQueues::exponential),
                new Family("M/M/c/K (K includes in service)", SingleQueues::bounded),
                new Family("M/G/c/c Erlang B (insensitive to service law)", SingleQueues::loss),
                new Family("M/G/1 FIFO", SingleQueues::general),
                new Family("M/H2/1 FIFO (rare slow requests)", SingleQueues::rareSlow),
                new Family("M/D/1 FIFO", SingleQueues::fixed),
                new Family("M/D/c FIFO", SingleQueues::fixed));
    }

    private static Model exponential(Parameters parameters) {
        int servers = (int) parameters.number("c", 1);
        double lambda = parameters.number("lambda");
        ServerSpec web = ServerSpec.of(servers, new Exponential(units(1 / parameters.number("mu"))))
                .build();
        return queue(web, lambda, lambda / servers / parameters.number("mu"), 1);
    }

    private static Model fixed(Parameters parameters) {
        int servers = (int) parameters.number("c", 1);
        double lambda = parameters.number("lambda");
        ServerSpec web =
                ServerSpec.of(servers, new Fixed(units(parameters.number("D")))).build();
        return queue(web, lambda, lambda * parameters.number("D") / servers, 1);
    }

    private static Model bounded(Parameters parameters) {
        int servers = parameters.whole("c");
        double lambda = parameters.number("lambda");
        ServerSpec web = ServerSpec.of(servers, new Exponential(units(1 / parameters.number("mu"))))
                .queue(parameters.whole("K") - servers)
                .build();
        return queue(web, lambda, Math.min(0.9, lambda / servers / parameters.number("mu")), 1);
    }

    /** The law of service does not matter: one of them is as good as another, so a lognormal one is taken. */
    private static Model loss(Parameters parameters) {
        ServerSpec web = ServerSpec.of(parameters.whole("c"), Lognormal.withCv(units(1 / parameters.number("mu")), 1))
                .queue(0)
                .build();
        return queue(web, parameters.number("a") * parameters.number("mu"), 0.8, 1);
    }

    private static Model rareSlow(Parameters parameters) {
        double share = parameters.number("p_slow");
        double slow = parameters.number("mean_slow");
        double fast = parameters.number("mean_fast");
        TimeLaw law = Mixture.of(new Percent(share), new Exponential(units(slow)), new Exponential(units(fast)));
        ServerSpec web = ServerSpec.of(1, law).build();
        double mean = share * slow + (1 - share) * fast;
        // E[S^2] / E[S]^2 - 1
        double squared = 2 * (share * slow * slow + (1 - share) * fast * fast) / (mean * mean) - 1;
        return queue(web, parameters.number("lambda"), parameters.number("rho"), squared);
    }

    private static Model general(Parameters parameters) {
        double lambda = parameters.number("lambda");
        TimeLaw law = service(parameters);
        return queue(ServerSpec.of(1, law).build(), lambda, lambda, squaredVariation(parameters));
    }

    private static TimeLaw service(Parameters parameters) {
        return switch (parameters.text("service")) {
            case "deterministic" -> new Fixed(units(1));
            case "lognormal" -> Lognormal.withCv(units(parameters.number("mean")), parameters.number("cv"));
            case "pareto" -> new Pareto(units(parameters.number("mean")), parameters.number("alpha"));
            case "erlang4" -> new Erlang(units(parameters.number("mean")), 4);
            case "hyperexp2_balanced" ->
                new Hyperexponential(units(parameters.number("mean")), Math.sqrt(parameters.number("cv2")));
            default -> throw new IllegalArgumentException("unknown service in " + parameters.text());
        };
    }

    private static double squaredVariation(Parameters parameters) {
        return switch (parameters.text("service")) {
            case "lognormal" -> parameters.number("cv") * parameters.number("cv");
            case "hyperexp2_balanced" -> parameters.number("cv2");
            // The estimate of a mean that rests on an infinite third moment settles slowly.
            case "pareto" -> 9;
            default -> 1;
        };
    }

    private static Model queue(ServerSpec web, double lambda, double rho, double squaredVariation) {
        double tolerance = Effort.tolerance(rho, squaredVariation);
        Effort effort = Effort.of(rho, squaredVariation, tolerance);
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length).build(),
                metrics::check);
    }
}
