package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Open networks of queues. Stations of a tandem call the next and serve others meanwhile; elsewhere a server at the front with a worker for everybody and
 * no work of its own leads from one to the next.
 */
final class Networks {
    private static final int ANY = 1_000_000;

    private Networks() {}

    static List<Family> all() {
        return List.of(
                new Family("Jackson tandem of M/M/1 FIFO", Networks::tandem),
                new Family(
                        "M/M/1 with Bernoulli feedback (fail then rejoin tail; unlimited retries)", Networks::feedback),
                new Family(
                        "Jackson web-app-db; app->db on cache miss; db fails w.p. p back to app", Networks::webAppDb));
    }

    private static ServerSpec.Builder front() {
        return ServerSpec.of(ANY, new Fixed(Duration.ZERO));
    }

    private static ServerSpec.Builder station(int servers, double perSecond) {
        return ServerSpec.of(servers, new Exponential(Duration.ofNanos(Math.round(1e9 / perSecond))));
    }

    /** At once, as often as it takes. */
    private static CallSpec untilItSucceeds() {
        return CallSpec.plain().retrying(new RetrySpec(1000, Duration.ZERO, 1, Duration.ZERO, Jitter.NONE, null));
    }

    private static Model tandem(Parameters parameters) {
        double lambda = parameters.number("lambda");
        String[] rates = parameters.text("mus").split("\\|", -1);
        double rho = lambda / Double.parseDouble(rates[rates.length - 1]);
        ServerSpec first =
                inUnits(rates[0]).nonBlocking().call("second", CallSpec.plain()).build();
        ServerSpec second =
                inUnits(rates[1]).nonBlocking().call("third", CallSpec.plain()).build();
        double tolerance = Effort.tolerance(rho, 1);
        Effort effort = Effort.of(rho, 1, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(first, lambda, length)
                        .component("second", second)
                        .component("third", inUnits(rates[2]).build())
                        .build(),
                row -> switch (row.metric()) {
                    case "W_total" -> mean(tolerance, seen -> stay(seen, Scenes.WEB));
                    case "L_total" ->
                        mean(tolerance, seen -> seen.station(Scenes.WEB).inside.mean());
                    case "W_p99" ->
                        Check.quantile(
                                tolerance,
                                seen -> seen.units(
                                        seen.station(Scenes.WEB).stays.quantileSeconds(0.99)));
                    default ->
                        mean(tolerance, seen -> seen.station("third").inside.mean());
                });
    }

    private static ServerSpec.Builder inUnits(String rate) {
        return station(1, Double.parseDouble(rate) / Scenes.UNIT_SECONDS);
    }

    private static Model feedback(Parameters parameters) {
        double lambda = parameters.number("lambda");
        double fails = parameters.number("p_fail");
        ServerSpec server = station(1, parameters.number("mu") / Scenes.UNIT_SECONDS)
                .fails(Percent.of(100 * fails))
                .build();
        ServerSpec front = front().call("server", untilItSucceeds()).build();
        double rho = lambda / (1 - fails) / parameters.number("mu");
        double tolerance = Effort.tolerance(rho, 1);
        Effort effort = Effort.of(rho, 1, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(front, lambda, length)
                        .component("server", server)
                        .build(),
                row -> switch (row.metric()) {
                    case "effective_lambda" -> mean(tolerance, seen -> rate(seen, "server"));
                    case "rho" -> mean(tolerance, seen -> seen.station("server").utilization());
                    case "L" ->
                        mean(tolerance, seen -> seen.station("server").inside.mean());
                    case "W_total_mean" -> mean(tolerance, seen -> stay(seen, Scenes.WEB));
                    default ->
                        mean(
                                tolerance,
                                seen -> (double) seen.station("server").arrivals()
                                        / seen.station(Scenes.WEB).arrivals());
                });
    }

    /** A visit is one at the app and, where the cache misses, one at the database; one that fails is made anew. */
    private static Model webAppDb(Parameters parameters) {
        double lambda = parameters.number("lambda");
        ServerSpec front = front().call("edge", CallSpec.plain())
                .call("visit", untilItSucceeds().after("edge"))
                .build();
        ServerSpec visit = front().call("app", CallSpec.plain())
                .call(
                        "db",
                        CallSpec.plain().after("app").madeBy(Percent.of(100 - 100 * parameters.number("cache_hit"))))
                .build();
        ServerSpec db = station(parameters.whole("db_c"), parameters.number("db_mu"))
                .fails(Percent.of(100 * parameters.number("db_fail")))
                .build();
        double tolerance = Effort.tolerance(0.7, 1);
        Effort effort = Effort.of(0.8, 1, tolerance);
        return new Model(
                1,
                10,
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Worlds.open(front, lambda, length)
                        .component("edge", tier(parameters, "web").build())
                        .component("visit", visit)
                        .component("app", tier(parameters, "app").build())
                        .component("db", db)
                        .build(),
                row -> switch (row.metric()) {
                    case "lambda_app" -> mean(tolerance, seen -> rate(seen, "app"));
                    case "lambda_db" -> mean(tolerance, seen -> rate(seen, "db"));
                    case "L_db" ->
                        mean(tolerance, seen -> seen.station("db").inside.mean());
                    case "W_total_mean" -> mean(tolerance, seen -> stay(seen, Scenes.WEB));
                    default -> mean(tolerance, seen -> seen.station("db").utilization());
                });
    }

    private static ServerSpec.Builder tier(Parameters parameters, String name) {
        return station(parameters.whole(name + "_c"), parameters.number(name + "_mu"));
    }

    private static Check mean(double tolerance, ToDoubleFunction<Observation> reading) {
        return Check.mean(tolerance, reading);
    }

    private static double stay(Observation seen, String component) {
        return seen.units(seen.station(component).stays.meanSeconds());
    }

    private static double rate(Observation seen, String component) {
        return seen.station(component).arrivalRate() / seen.units(1);
    }
}
