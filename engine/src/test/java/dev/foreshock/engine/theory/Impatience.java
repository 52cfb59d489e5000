package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Mixture;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;

/** Queues that are left, or come back to, by those who do not want to wait. */
final class Impatience {
    private static final double TOLERANCE = 0.01;
    private static final double LIKE_RHO = 0.8;

    private Impatience() {}

    static List<Family> all() {
        return List.of(
                new Family("M/M/c+M Erlang A", Impatience::erlangA),
                new Family("M/M/1+D (customer abandons queue after waiting tau; FIFO)", Impatience::fixedPatience),
                new Family("M/M/1 FIFO with client timeout; server keeps working", Impatience::clientTimeout),
                new Family(
                        "M/M/1 retrial queue (no waiting room; each orbiting customer retries at rate theta)",
                        Impatience::retrial),
                new Family(
                        "thread-pool exhaustion: fraction p of requests hang until deadline D (fluid/loss limit)",
                        Impatience::exhaustion));
    }

    private static Model erlangA(Parameters parameters) {
        ServerSpec web = ServerSpec.of(parameters.whole("c"), new Exponential(units(1 / parameters.number("mu"))))
                .patience(new Exponential(units(1 / parameters.number("theta"))))
                .build();
        return queue(web, parameters.number("lambda"), Impatience::check);
    }

    private static Check check(Row row) {
        return switch (row.metric()) {
            case "P_wait" -> Check.mean(TOLERANCE, seen -> station(seen).shareThatWaits());
            case "Wq_mean_all" ->
                Check.mean(TOLERANCE, seen -> seen.units(station(seen).meanWaitOfAllSeconds()));
            default -> new QueueMetrics(Scenes.WEB, TOLERANCE).check(row);
        };
    }

    private static Model fixedPatience(Parameters parameters) {
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .patience(new Fixed(units(parameters.number("tau"))))
                .build();
        return queue(web, parameters.number("lambda"), Impatience::check);
    }

    private static Model queue(ServerSpec web, double lambda, java.util.function.Function<Row, Check> check) {
        Effort effort = Effort.of(LIKE_RHO, 1, TOLERANCE);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length).build(),
                check);
    }

    /** The users' patience ends, and the server is not told. */
    private static Model clientTimeout(Parameters parameters) {
        double lambda = parameters.number("lambda");
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .build();
        Effort effort = Effort.of(lambda / parameters.number("mu"), 1, TOLERANCE);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length)
                        .users(
                                "visitors",
                                Worlds.users(
                                        Scenes.WEB,
                                        new Count(1),
                                        new Fixed(Duration.ZERO),
                                        units(parameters.number("timeout")),
                                        Worlds.habits(0, 0)))
                        .build(),
                row -> row.metric().equals("goodput")
                        ? Check.mean(
                                TOLERANCE, seen -> seen.visitors("visitors").ended(Outcome.OK) / seen.lengthUnits())
                        : Check.mean(
                                TOLERANCE, seen -> seen.visitors("visitors").share(Outcome.TIMED_OUT)));
    }

    /** Users who are turned away try again after a time, until they are served. */
    private static Model retrial(Parameters parameters) {
        double lambda = parameters.number("lambda");
        double theta = parameters.number("theta");
        ServerSpec web = ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu"))))
                .queue(0)
                .build();
        TimeLaw pause = new Exponential(units(1 / theta));
        double tolerance = TOLERANCE;
        Effort effort = Effort.of(0.9, 1, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> Scenes.open(web, lambda, length)
                        .users(
                                "visitors",
                                Worlds.users(
                                        Scenes.WEB,
                                        new Count(1),
                                        new Fixed(Duration.ZERO),
                                        Duration.ofDays(300),
                                        new FailureHabits(Percent.HUNDRED, pause, 10_000)))
                        .build(),
                row -> switch (row.metric()) {
                    case "mean_orbit" ->
                        Check.mean(tolerance, seen -> seen.orbit().level.mean());
                    case "P_busy" ->
                        Check.mean(tolerance, seen -> station(seen).busy.mean());
                    // Little's law for what the orbit is seen to hold and for who is seen to come.
                    case "mean_wait" ->
                        Check.mean(
                                tolerance,
                                seen -> seen.orbit().level.mean()
                                        * seen.lengthUnits()
                                        / seen.orbit().firstTries());
                    default ->
                        Check.mean(
                                tolerance,
                                seen -> (seen.visitors("visitors").sentRequests()
                                                - seen.orbit().firstTries())
                                        / seen.lengthUnits());
                });
    }

    /**
     * A request in twenty holds a thread until its deadline. A thread goes round: some requests that do not hang, and one that does. All threads are
     * free at first, so they go round in step for hundreds of deadlines, as a round is shorter or longer than the mean by two hundredths only. So a
     * whole number of mean rounds is looked at.
     */
    private static Model exhaustion(Parameters parameters) {
        double rate = parameters.number("qps");
        double deadline = parameters.number("deadline_s");
        double hanging = parameters.number("p_hang");
        double round = deadline + (1 - hanging) / hanging * parameters.number("service_s");
        ServerSpec web = ServerSpec.of(
                        parameters.whole("threads"),
                        Mixture.of(
                                Percent.of(100 * hanging),
                                new Fixed(Duration.ofNanos(Math.round(deadline * 1e9))),
                                new Fixed(Duration.ofNanos(Math.round(parameters.number("service_s") * 1e9)))))
                .queue(0)
                .build();
        return new Model(
                1,
                5 * deadline,
                15 * round,
                3 * round,
                length -> Worlds.open(web, rate, length).build(),
                row -> switch (row.metric()) {
                    case "served_fraction" -> Check.limit(TOLERANCE, seen -> served(seen));
                    case "exact_Erlang_B_block" ->
                        Check.mean(TOLERANCE, seen -> station(seen).share(Outcome.SHED));
                    default -> Check.mean(TOLERANCE, seen -> served(seen));
                });
    }

    private static double served(Observation seen) {
        return 1 - station(seen).share(Outcome.SHED);
    }

    private static Station station(Observation seen) {
        return seen.station(Scenes.WEB);
    }
}
