package dev.foreshock.engine.theory;

import static dev.foreshock.engine.theory.Scenes.units;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Erlang;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One server and Poisson arrivals, served in another order than that of their arrival. */
final class Disciplines {
    private static final String EAGER = "eager";
    private static final double SIZED = 0.02;

    private Disciplines() {}

    static List<Family> all() {
        return List.of(
                new Family("M/G/1-PS", Disciplines::sharing),
                new Family("M/G/1 LCFS preemptive-resume", Disciplines::lastCome),
                new Family("M/M/1 two classes non-preemptive priority", Disciplines::priority));
    }

    /** The law of service does not matter, so it is a rough one. One request in fifty has exactly three units of work. */
    private static Model sharing(Parameters parameters) {
        double lambda = parameters.number("rho");
        double others = (1 - 3 * SIZED) / (1 - SIZED);
        ServerSpec web = ServerSpec.of(1, Lognormal.withCv(units(others), 4))
                .workFor("sized", new Fixed(units(3)))
                .discipline(DisciplineSpec.of(Order.PROCESSOR_SHARING))
                .build();
        double tolerance = Effort.tolerance(lambda, 16);
        QueueMetrics metrics = new QueueMetrics(Scenes.WEB, tolerance);
        // The number in system forgets as that of any law does: the spread of work changes little.
        Effort effort = Effort.of(lambda, 4, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> twoClasses("sized", SIZED, lambda, length)
                        .component(Scenes.WEB, web)
                        .build(),
                row -> row.metric().startsWith("W_given_size")
                        ? Check.mean(tolerance, seen -> time(seen, "visitors/sized"))
                        : metrics.check(row));
    }

    private static Model lastCome(Parameters parameters) {
        double rho = parameters.number("rho");
        ServerSpec web = ServerSpec.of(1, new Erlang(units(1), 4))
                .discipline(DisciplineSpec.of(Order.PREEMPTIVE_LIFO))
                .build();
        double tolerance = Effort.tolerance(rho, 1);
        Effort effort = Effort.of(rho, 1, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / rho,
                effort.quickCustomers() / rho,
                length -> Scenes.open(web, rho, length).build(),
                new QueueMetrics(Scenes.WEB, tolerance)::check);
    }

    private static Model priority(Parameters parameters) {
        double first = parameters.number("lambda1");
        double lambda = first + parameters.number("lambda2");
        double rho = first / parameters.number("mu1") + parameters.number("lambda2") / parameters.number("mu2");
        double tolerance = Effort.tolerance(rho, 1);
        Effort effort = Effort.of(rho, 1, tolerance);
        return new Model(
                Scenes.UNIT_SECONDS,
                effort.warmUnits(),
                effort.customers() / lambda,
                effort.quickCustomers() / lambda,
                length -> twoClasses("first", first / lambda, lambda, length)
                        .component(Scenes.WEB, ranked(parameters, false))
                        .component(EAGER, ranked(parameters, true))
                        .users("others", asking("first", first / lambda, EAGER))
                        .traffic("others", "usual", new Constant(Rate.perSecond(lambda / Scenes.UNIT_SECONDS)))
                        .build(),
                row -> switch (row.metric()) {
                    case "Wq_class1" ->
                        Check.mean(tolerance, seen -> time(seen, "visitors/first") - 1 / parameters.number("mu1"));
                    case "Wq_class2" ->
                        Check.mean(tolerance, seen -> time(seen, "visitors/other") - 1 / parameters.number("mu2"));
                    case "preemptive_W_class1" -> Check.mean(tolerance, seen -> time(seen, "others/first"));
                    default -> Check.mean(tolerance, seen -> time(seen, "others/other"));
                });
    }

    private static ServerSpec ranked(Parameters parameters, boolean interrupts) {
        return ServerSpec.of(1, new Exponential(units(1 / parameters.number("mu2"))))
                .workFor("first", new Exponential(units(1 / parameters.number("mu1"))))
                .discipline(DisciplineSpec.FIFO.ranked(Map.of("first", 1), interrupts))
                .build();
    }

    private static ScenarioBuilder twoClasses(String first, double share, double lambda, Duration length) {
        return Scenario.named("classes", Worlds.from9(length))
                .request(first)
                .request("other")
                .users("visitors", asking(first, share, Scenes.WEB))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(lambda / Scenes.UNIT_SECONDS)));
    }

    private static UsersSpec asking(String first, double share, String component) {
        UsersSpec plain = Worlds.onePage(component);
        VisitSpec visit = VisitSpec.of(new Count(1), new Fixed(Duration.ZERO))
                .asking(Map.of(first, RequestSpec.of(100 * share), "other", RequestSpec.of(100 - 100 * share)));
        return new UsersSpec(component, visit, plain.patience(), plain.afterFailure(), plain.link());
    }

    private static double time(Observation seen, String visitors) {
        return seen.units(seen.visitors(visitors).good.meanSeconds());
    }
}
