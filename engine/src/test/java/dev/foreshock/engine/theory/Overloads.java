package dev.foreshock.engine.theory;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.ThrottleSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.AdmissionSpec.By;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;

/** A service that admits less than it is offered: callers that throttle themselves, tasks that need several of its calls. */
final class Overloads {
    private static final String BACKEND = "backend";
    private static final String LOYAL = "loyal";
    private static final double PER_SECOND = 1000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Overloads() {}

    static List<Family> all() {
        return List.of(
                new Family(
                        "client adaptive throttling (requests-K accepts)/(requests+1); steady state; backend accepts capacity C",
                        Overloads::throttled),
                new Family(
                        "subsequent overload: task needs k calls to service at x times capacity",
                        Overloads::subsequent));
    }

    private static ServerSpec admitting(double perSecond, By by) {
        return Retrying.caller()
                .admit(new AdmissionSpec(Rate.perSecond(perSecond), by, SECOND))
                .build();
    }

    private static Model throttled(Parameters parameters) {
        double capacity = PER_SECOND / parameters.number("offered_over_capacity");
        ServerSpec web = Retrying.caller()
                .call(BACKEND, CallSpec.plain().throttled(ThrottleSpec.of(parameters.number("K"))))
                .build();
        return new Model(
                1,
                300,
                300,
                120,
                length -> Worlds.open(web, PER_SECOND, length)
                        .component(BACKEND, admitting(capacity, By.REQUEST))
                        .build(),
                row -> switch (row.metric()) {
                    case "backend_load_over_capacity" ->
                        Check.mean(0.01, seen -> seen.station(BACKEND).arrivalRate() / capacity);
                    case "local_reject_fraction" ->
                        Check.mean(
                                0.01,
                                seen -> 1
                                        - (double) seen.station(BACKEND).arrivals()
                                                / seen.station(Scenes.WEB).arrivals());
                    case "backend_reject_fraction" ->
                        Check.mean(0.01, seen -> seen.station(BACKEND).share(Outcome.SHED));
                    default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
                });
    }

    /**
     * Two services side by side. One sheds calls, each by itself; the other sheds sessions, the same one for all its calls. A
     * task makes its calls one after another with a pause between them, long against the time between tokens, and ends with
     * the first that is shed. So {@code 1 + p + … + p^(k-1)} calls come of a task, {@code p = 1/x}, and the first service has
     * {@code p} times that for capacity.
     */
    private static Model subsequent(Parameters parameters) {
        double x = parameters.number("overload_x");
        int calls = parameters.whole("k");
        double p = 1 / x;
        double offered = PER_SECOND * (1 - StrictMath.pow(p, calls)) / (1 - p);
        return new Model(
                1,
                100,
                200,
                50,
                length -> tasks(calls, offered / x, PER_SECOND / x, length),
                row -> Check.mean(
                        0.01,
                        seen -> seen.station(row.metric().equals("random_shed_success") ? Scenes.WEB : LOYAL)
                                .share(Outcome.OK)));
    }

    private static Scenario tasks(int calls, double requestsPerSecond, double sessionsPerSecond, Duration length) {
        return Worlds.open(task(BACKEND, calls), PER_SECOND, length)
                .component(BACKEND, admitting(requestsPerSecond, By.REQUEST))
                .component(LOYAL, task("consistent", calls))
                .component("consistent", admitting(sessionsPerSecond, By.SESSION))
                .component(
                        "pause",
                        ServerSpec.of(1_000_000, new Exponential(SECOND)).build())
                .users("others", Worlds.onePage(LOYAL))
                .traffic("others", "usual", new Constant(Rate.perSecond(PER_SECOND)))
                .build();
    }

    private static ServerSpec task(String service, int calls) {
        ServerSpec.Builder task =
                ServerSpec.of(1_000_000, new Fixed(Duration.ZERO)).call("call-1", toService(service));
        for (int call = 2; call <= calls; call++) {
            task.call("pause-" + call, CallSpec.plain().to("pause").after("call-" + (call - 1)));
            task.call("call-" + call, toService(service).after("pause-" + call));
        }
        return task.build();
    }

    private static CallSpec toService(String service) {
        return CallSpec.plain().to(service);
    }
}
