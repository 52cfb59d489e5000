package dev.foreshock.scenarios;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Ramp;
import dev.foreshock.engine.curve.Viral;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Lognormal;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.FailureHabits;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.model.VisitSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.util.Map;

/** The reference scenario, built in Java rather than read: line by line what library/viral-promo-surge.yaml says. */
final class ViralPromoSurge {

    private ViralPromoSurge() {}

    static Scenario scenario() {
        ScenarioBuilder scenario = Scenario.named(
                        "viral-promo-surge", Clock.of("2026-03-14T08:30+01:00", Duration.ofHours(4)))
                .semantics(Semantics.V2026_1)
                .about(
                        "A promo goes viral; the web server crashes, and for three hours most users cannot reach the shop.")
                .define(Definitions.counting(Window.between("09:00", "12:00")));
        shop(scenario);
        traffic(scenario);
        people(scenario);
        runbook(scenario);
        record(scenario);
        return scenario.gate("affected", Claim.of(Measure.USERS_AFFECTED, Comparison.AT_MOST, Limit.of(0.05)))
                .gate("outage", Claim.of(Measure.IMPACT_LONGEST, Comparison.AT_MOST, Limit.of(15 * 60)))
                .gate(
                        "upright",
                        Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("web"))
                .build();
    }

    private static void shop(ScenarioBuilder scenario) {
        Lognormal work = Lognormal.withCv(millis(40), 1);
        CallSpec queries = CallSpec.plain().to("db");
        scenario.component("front", BalancerSpec.dns(weights(100, 0), minutes(2), Percent.of(2), minutes(30)))
                .component(
                        "web",
                        ServerSpec.of(10, work)
                                .memory(new MemorySpec(Bytes.mebi(600), Bytes.mebi(2)))
                                .restart(RestartSpec.byHand(seconds(60), Percent.of(50), seconds(90)))
                                .call("queries", queries)
                                .build())
                .component(
                        "backup",
                        ServerSpec.of(40, work)
                                .queue(0)
                                .call("queries", queries)
                                .build())
                .component("db", DatabaseSpec.of(120, Lognormal.withCv(millis(160), 1)));
    }

    private static void traffic(ScenarioBuilder scenario) {
        scenario.users(
                        "shopper",
                        new UsersSpec(
                                "front",
                                VisitSpec.of(new Count(5), new Exponential(seconds(25))),
                                seconds(10),
                                new FailureHabits(Percent.of(60), new Uniform(seconds(20), seconds(40)), 3),
                                new LinkSpec(new Fixed(millis(20)), null, Duration.ZERO, seconds(60))))
                .traffic("shopper", "usual", new Constant(Rate.perSecond(4)))
                .traffic(
                        "shopper",
                        "promo",
                        new Viral(
                                Moment.at("08:53:12"),
                                Rate.perMinute(0.8),
                                Rate.perSecond(7.5),
                                Moment.at("12:05"),
                                minutes(60)))
                .traffic(
                        "shopper",
                        "sharing",
                        new Ramp(
                                Moment.at("09:00"),
                                Moment.at("12:00"),
                                Rate.perSecond(12),
                                Moment.at("12:05"),
                                minutes(60)));
    }

    private static void people(ScenarioBuilder scenario) {
        Condition down = Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.95, minutes(1));
        Condition surge =
                Condition.of(Signal.VISITORS, Comparison.ABOVE, 2, minutes(3)).againstUsual();
        scenario.monitor("site-down", Alert.on("front", down, "on-call"))
                .monitor(
                        "surge",
                        Alert.on("front", surge, "on-call")
                                .every(seconds(60))
                                .telling("surge")
                                .switchedOff())
                .responder("on-call", ResponderSpec.reachedIn(minutes(15)))
                .responder("database", ResponderSpec.joinsIn(minutes(9)))
                .responder("network", ResponderSpec.joinsIn(Duration.ZERO))
                .responder("engineers", ResponderSpec.joinsIn(Duration.ZERO));
    }

    private static void runbook(ScenarioBuilder scenario) {
        Condition served = Condition.of(Signal.SUCCESS, Comparison.AT_LEAST, 0.95, minutes(5))
                .about("front");
        Action restart = new Action.Restart("web");
        scenario.step(
                        "triage",
                        StepSpec.by("on-call", minutes(15)).skipIf("surge").build())
                .step(
                        "restart",
                        after("triage", "on-call", 0)
                                .does(restart)
                                .workedIf(served)
                                .skipIf("surge")
                                .build())
                .step(
                        "check-db",
                        StepSpec.by("database", minutes(20))
                                .after(StepRef.failed("restart"))
                                .build())
                .step(
                        "check-net",
                        after("check-db", "network", 15).gives("surge").build())
                .step(
                        "trace",
                        after("check-net", "engineers", 25).gives("promo").build())
                .step(
                        "redirect",
                        after("trace", "on-call", 35)
                                .needs("surge")
                                .does(shift(0, 100))
                                .build())
                .step(
                        "repair",
                        after("redirect", "on-call", 14)
                                .does(
                                        new Action.Resize("web", "workers", Multiple.x(3.5)),
                                        new Action.Resize("web", "memory", Multiple.x(3.5)),
                                        restart)
                                .build())
                .step("canary", after("repair", "on-call", 2).does(shift(5, 95)).build())
                .step(
                        "tenth",
                        after("canary", "on-call", 10).does(shift(10, 90)).build())
                .step("half", after("tenth", "on-call", 14).does(shift(50, 50)).build())
                .step("return", after("half", "on-call", 5).does(shift(100, 0)).build());
    }

    private static void record(ScenarioBuilder scenario) {
        scenario.record(
                        "begins",
                        Claim.of(Measure.INCIDENT_START, Comparison.EQUAL, Limit.at("09:00"))
                                .within(300))
                .record(
                        "ends",
                        Claim.of(Measure.INCIDENT_END, Comparison.EQUAL, Limit.at("12:00"))
                                .within(600))
                .record(
                        "affected",
                        Claim.of(Measure.USERS_AFFECTED, Comparison.EQUAL, Limit.of(0.7))
                                .within(0.05))
                .record(
                        "restart",
                        Claim.of(Measure.TIME_TO_CRASH, Comparison.AT_MOST, Limit.of(120))
                                .about("web")
                                .in(Span.after(Anchor.step("restart"))))
                .record(
                        "redirected",
                        Claim.of(
                                Measure.BLACKOUT_END,
                                Comparison.AT_MOST,
                                new Limit.Time(new Anchor.AfterStep("redirect", minutes(5)))))
                .record("served", success("11:17", "11:30", 0.9))
                .record(
                        "return",
                        Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0))
                                .about("web")
                                .in(Span.after(Anchor.at("11:30"))))
                .record("recovered", success("12:00", "12:10", 0.99));
    }

    private static Claim success(String from, String until, double share) {
        return Claim.of(Measure.SUCCESS, Comparison.AT_LEAST, Limit.of(share)).in(Span.during(from, until));
    }

    private static StepSpec.Builder after(String step, String responder, int takesMinutes) {
        return StepSpec.by(responder, minutes(takesMinutes)).after(StepRef.done(step));
    }

    private static Action shift(int web, int backup) {
        return new Action.Weights("front", weights(web, backup));
    }

    private static Map<String, Percent> weights(int web, int backup) {
        return Map.of("web", Percent.of(web), "backup", Percent.of(backup));
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }
}
