package dev.foreshock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each mistake is reported once, where it is. */
class ScenarioRulesTest {
    private static ScenarioBuilder sound() {
        ServerSpec web = ServerSpec.of(4, new Fixed(Duration.ofMillis(20)))
                .call("db", CallSpec.plain())
                .build();
        return Scenario.named("sound", Worlds.from9(Duration.ofHours(3)))
                .component("front", BalancerSpec.atOnce(Map.of("web", Percent.HUNDRED)))
                .component("web", web)
                .component("db", DatabaseSpec.of(3, new Fixed(Duration.ofMillis(5))))
                .users("shoppers", Worlds.onePage("front"))
                .traffic("shoppers", "usual", new Constant(Rate.perSecond(5)))
                .monitor(
                        "errors",
                        Alert.on(
                                        "web",
                                        Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofMinutes(1)),
                                        "sam")
                                .telling("errors"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(2)))
                .step(
                        "look",
                        StepSpec.by("sam", Duration.ofMinutes(1))
                                .needs("errors")
                                .gives("cause")
                                .build())
                .step(
                        "mend",
                        StepSpec.by("sam", Duration.ofMinutes(1))
                                .after(StepRef.done("look"))
                                .needs("cause")
                                .does(new Action.Restart("web"))
                                .build())
                .gate("up", Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.9)));
    }

    private static List<String> problems(ScenarioBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.problems().stream()
                    .map(problem -> problem.flaw() + " " + problem.path())
                    .toList();
        }
    }

    private static ServerSpec.Builder server() {
        return ServerSpec.of(4, new Fixed(Duration.ofMillis(20)));
    }

    private static StepSpec.Builder step() {
        return StepSpec.by("sam", Duration.ofMinutes(1));
    }

    @Test
    void aSoundScenarioHasNoProblems() {
        assertThat(problems(sound())).isEmpty();
    }

    @Test
    void namesThatNobodyDeclared() {
        assertThat(problems(sound().component(
                                "web", server().call("dbb", CallSpec.plain()).build())))
                .containsExactly("DANGLING system.components.web.calls.dbb");
        assertThat(problems(sound().component(
                                "web",
                                server().call("read", CallSpec.plain().to("dbb"))
                                        .build())))
                .containsExactly("DANGLING system.components.web.calls.read.to");
        assertThat(problems(sound().component("front", BalancerSpec.atOnce(Map.of("webb", Percent.HUNDRED)))))
                .containsExactly("DANGLING system.components.front.weights.webb");
        assertThat(problems(sound().users("shoppers", Worlds.onePage("frnt"))))
                .contains("DANGLING users.shoppers.enters");
        assertThat(problems(sound().traffic("shopers", "usual", new Constant(Rate.perSecond(1)))))
                .containsExactly("DANGLING traffic.shopers");
        assertThat(problems(sound().monitor(
                                "m",
                                Alert.on("wb", Condition.of(Signal.UP, Comparison.BELOW, 1, Duration.ZERO), "samm"))))
                .containsExactlyInAnyOrder("DANGLING monitors.m.watches", "DANGLING monitors.m.pages");
        assertThat(problems(sound().step("x", StepSpec.by("kim", Duration.ZERO).build())))
                .containsExactly("DANGLING runbook.x.by");
        assertThat(problems(
                        sound().step("x", step().after(StepRef.failed("loook")).build())))
                .containsExactly("DANGLING runbook.x.after");
        assertThat(problems(sound().step("x", step().needs("magic").build())))
                .containsExactly("DANGLING runbook.x.needs");
        assertThat(problems(
                        sound().step("x", step().does(new Action.Restart("wib")).build())))
                .containsExactly("DANGLING runbook.x.do.0");
        assertThat(problems(sound().component(
                                "web",
                                server().call("db", CallSpec.plain().after("cache"))
                                        .build())))
                .containsExactly("DANGLING system.components.web.calls.db.after");
    }

    @Test
    void aNameThatIsNearlyRightGetsAHint() {
        assertThatThrownBy(
                        () -> sound().users("shoppers", Worlds.onePage("frnt")).build())
                .hasMessageContaining("'front'");
    }

    @Test
    void cyclesOfCallsAndOfSteps() {
        assertThat(problems(sound().component(
                                "web", server().call("web", CallSpec.plain()).build())))
                .containsExactly("CYCLE system.components.web");
        assertThat(problems(sound().component(
                                "a", server().call("b", CallSpec.plain()).build())
                        .component("b", BalancerSpec.atOnce(Map.of("c", Percent.HUNDRED)))
                        .component(
                                "c",
                                server().call("back", CallSpec.plain().to("a")).build())))
                .containsExactly("CYCLE system.components.a");
        assertThat(problems(sound().component(
                                "web",
                                server().call("db", CallSpec.plain().after("read"))
                                        .call("read", CallSpec.plain().to("db").after("db"))
                                        .build())))
                .containsExactly("CYCLE system.components.web.calls.db");
        assertThat(problems(sound().step("x", step().after(StepRef.done("y")).build())
                        .step("y", step().after(StepRef.failed("x")).build())))
                .containsExactly("CYCLE runbook.x");
    }

    @Test
    void aDiamondIsNoCycle() {
        assertThat(problems(sound().component(
                                "a",
                                server().call("b", CallSpec.plain())
                                        .call("c", CallSpec.plain())
                                        .build())
                        .component("b", server().call("db", CallSpec.plain()).build())
                        .component("c", server().call("db", CallSpec.plain()).build())))
                .isEmpty();
    }

    @Test
    void weightsMustAddUp() {
        assertThat(problems(sound().component("front", BalancerSpec.atOnce(Map.of("web", Percent.of(60))))))
                .containsExactly("CONFLICT system.components.front.weights");
        Action half = new Action.Weights("front", Map.of("web", Percent.of(50)));
        assertThat(problems(sound().step("x", step().does(half).build()))).containsExactly("CONFLICT runbook.x.do.0");
    }

    @Test
    void actionsThatTheirTargetDoesNotUnderstand() {
        for (Action action : List.of(
                new Action.Restart("db"),
                new Action.Resize("web", "shoes", Multiple.x(2)),
                new Action.Resize("front", "workers", Multiple.x(2)),
                new Action.Weights("web", Map.of("db", Percent.HUNDRED)),
                new Action.Weights("front", Map.of("db", Percent.HUNDRED)))) {
            assertThat(problems(sound().step("x", step().does(action).build())))
                    .as("%s", action)
                    .containsExactly("CONFLICT runbook.x.do.0");
        }
    }

    private static Action assign(String target, String setting, Unit unit, double number) {
        return new Action.Assign(target, setting, unit, number);
    }

    @Test
    void whatASettingCanBeGivenIsWhatItCouldBeDescribedWith() {
        for (Action action : List.of(
                assign("web", "workers", Unit.COUNT, 7),
                assign("web", "queue", Unit.COUNT, 0),
                assign("db", "pool", Unit.COUNT, 7),
                assign("web", "admit", Unit.SHARE, 0))) {
            assertThat(problems(sound().step("x", step().does(action).build())))
                    .as("%s", action)
                    .isEmpty();
        }
        for (Action action : List.of(
                assign("web", "contention", Unit.COUNT, 7),
                assign("web", "workers", Unit.SHARE, 0.5),
                assign("web", "admit", Unit.RATE, 5),
                assign("web", "memory", Unit.BYTES, 5),
                assign("db", "query", Unit.COUNT, 7))) {
            assertThat(problems(sound().step("x", step().does(action).build())))
                    .as("%s", action)
                    .containsExactly("CONFLICT runbook.x.do.0");
        }
        for (Action action :
                List.of(assign("web", "workers", Unit.COUNT, 0), assign("web", "workers", Unit.COUNT, 1_000_001))) {
            assertThat(problems(sound().step("x", step().does(action).build())))
                    .as("%s", action)
                    .containsExactly("RANGE runbook.x.do.0");
        }
        Action nothing = new Action.Resize("web", "workers", Multiple.x(0));
        assertThat(problems(sound().step("x", step().does(nothing).build()))).containsExactly("RANGE runbook.x.do.0");
        Action memory = new Action.Resize("web", "memory", Multiple.x(2));
        assertThat(problems(sound().step("x", step().does(memory).build()))).containsExactly("CONFLICT runbook.x.do.0");
    }

    @Test
    void aSettingThatCannotBeChangedIsRefusedWithThoseThatCan() {
        StepSpec wrong = step().does(assign("web", "contention", Unit.COUNT, 7)).build();
        assertThatThrownBy(() -> sound().step("x", wrong).build())
                .hasMessageContaining("'web' must be able to carry out 'web.contention 7', but cannot")
                .hasMessageContaining("restart web, web.workers x2, web.workers 100, web.queue 100, web.admit 25%");
    }

    @Test
    void aRateOfAdmissionNeedsAnAdmissionAndMemoryALimit() {
        ServerSpec limited = server().admit(AdmissionSpec.sessions(Rate.perSecond(5)))
                .memory(new MemorySpec(Bytes.mebi(100), Bytes.mebi(1)))
                .build();
        StepSpec changes = step().does(
                        assign("web", "admit", Unit.RATE, 5), assign("web", "memory", Unit.BYTES, 1 << 30))
                .build();
        assertThat(problems(sound().component("web", limited).step("x", changes)))
                .isEmpty();
        StepSpec nothing = step().does(assign("web", "admit", Unit.RATE, 0)).build();
        assertThat(problems(sound().component("web", limited).step("x", nothing)))
                .containsExactly("RANGE runbook.x.do.0");
    }

    @Test
    void onlyAFaultThatLastsCanBeEnded() {
        Moment at = Moment.after(Duration.ofMinutes(1));
        StepSpec ends = step().does(new Action.End("outage")).build();
        FaultSpec endless = new FaultSpec(at, null, "web", Pause.ALL, true);
        assertThat(problems(sound().fault("outage", endless).step("x", ends))).isEmpty();
        assertThat(problems(sound().fault("outag", endless).step("x", ends)))
                .containsExactly("DANGLING runbook.x.do.0");
        assertThatThrownBy(() -> sound().fault("outag", endless).step("x", ends).build())
                .hasMessageContaining("'outage' is not a fault of this scenario")
                .hasMessageContaining("'outag' exists");
        FaultSpec killed = new FaultSpec(at, null, "web", Crash.ALL, true);
        assertThat(problems(sound().fault("outage", killed).step("x", ends)))
                .containsExactly("CONFLICT runbook.x.do.0");
        FaultSpec down = FaultSpec.of(at, Duration.ofMinutes(2), "web", Crash.ALL);
        assertThat(problems(sound().fault("outage", down).step("x", ends))).isEmpty();
    }

    @Test
    void withoutAFaultNobodyEndsIt() {
        FaultSpec endless = new FaultSpec(Moment.after(Duration.ofMinutes(1)), null, "web", Pause.ALL, true);
        Action restart = new Action.Restart("web");
        Scenario scenario = sound().fault("outage", endless)
                .step("x", step().does(new Action.End("outage"), restart).build())
                .build();
        assertThat(scenario.endedBy("outage")).contains("x");
        Scenario quiet = scenario.withFaults(Map.of());
        assertThat(Inspector.inspect(quiet)).isEmpty();
        assertThat(quiet.runbook().get("x").actions()).containsExactly(restart);
        assertThat(quiet.endedBy("outage")).isEmpty();
        assertThat(scenario.withFaults(scenario.faults())).isEqualTo(scenario);
    }

    @Test
    void monitorsOfWhatHasNoUsualValue() {
        Condition success =
                Condition.of(Signal.SUCCESS, Comparison.BELOW, 2, Duration.ZERO).againstUsual();
        assertThat(problems(sound().monitor("m", Alert.on("front", success, "sam"))))
                .containsExactly("CONFLICT monitors.m.alert");
        Condition visitors = Condition.of(Signal.VISITORS, Comparison.ABOVE, 2, Duration.ZERO);
        assertThat(problems(sound().monitor("m", Alert.on("web", visitors, "sam"))))
                .containsExactly("CONFLICT monitors.m.watches");
        assertThat(problems(sound().monitor("m", Alert.on("front", visitors.againstUsual(), "sam"))))
                .isEmpty();
        assertThat(problems(sound().monitor(
                                "m",
                                Alert.on(
                                        "web",
                                        Condition.of(Signal.REQUESTS, Comparison.ABOVE, 2, Duration.ZERO)
                                                .againstUsual(),
                                        "sam"))))
                .containsExactly("CONFLICT monitors.m.watches");
    }

    @Test
    void conditionsOfSteps() {
        Condition up = Condition.of(Signal.UP, Comparison.AT_LEAST, 1, Duration.ZERO);
        assertThat(problems(sound().step("x", step().workedIf(up).build())))
                .containsExactly("CONFLICT runbook.x.worked-if");
        assertThat(problems(sound().step("x", step().workedIf(up.about("wbe")).build())))
                .containsExactly("DANGLING runbook.x.worked-if");
        assertThat(problems(sound().step(
                                "x",
                                step().workedIf(up.about("web").againstUsual()).build())))
                .containsExactly("CONFLICT runbook.x.worked-if");
    }

    @Test
    void multiplesWithoutAUsualRate() {
        assertThat(problems(sound().traffic("shoppers", "usual", new Constant(Multiple.x(2)))))
                .containsExactly("CONFLICT traffic.shoppers.usual.rate");
        assertThat(problems(sound().users("bots", Worlds.onePage("web"))
                        .traffic("bots", "surge", new Step(Moment.at("10:00"), Multiple.x(2), null, null))))
                .containsExactly("CONFLICT traffic.bots.surge.rate");
        assertThat(problems(
                        sound().traffic("shoppers", "surge", new Step(Moment.at("10:00"), Multiple.x(2), null, null))))
                .isEmpty();
    }

    @Test
    void windowsOfThePopulation() {
        assertThat(problems(sound().define(Definitions.counting(Window.between("10:00", "10:00")))))
                .containsExactly("CONFLICT define.population");
        assertThat(problems(sound().define(Definitions.counting(Window.between("13:00", "14:00")))))
                .containsExactly("RANGE define.population");
        assertThat(problems(sound().define(Definitions.counting(Window.between("10:00", "14:00")))))
                .isEmpty();
    }

    @Test
    void claimsThatCannotBeJudged() {
        claim(Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)), "UNJUDGEABLE");
        claim(Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("wbe"), "DANGLING");
        claim(Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).about("web"), "DANGLING");
        claim(Claim.of(Measure.USERS_AFFECTED, Comparison.BELOW, Limit.of(0.5)).about("web"), "UNJUDGEABLE");
        claim(
                Claim.of(Measure.IMPACT_TOTAL, Comparison.BELOW, Limit.of(60)).in(Span.during("09:10", "09:20")),
                "UNJUDGEABLE");
        claim(
                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).in(Span.during("09:20", "09:10")),
                "UNJUDGEABLE",
                ".span");
        claim(
                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).in(Span.during("09:20", "09:20")),
                "UNJUDGEABLE",
                ".span");
        claim(
                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).in(Span.during("09:10", "12:01")),
                "UNJUDGEABLE",
                ".until");
        claim(
                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).in(Span.after(Anchor.step("loook"))),
                "DANGLING",
                ".from");
        claim(Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.at("10:00")), "UNJUDGEABLE");
        claim(Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.of(3600)), "UNJUDGEABLE");
        claim(Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.at("13:00")), "UNJUDGEABLE", ".limit");
        claim(Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).within(0.1), "CONFLICT");
        claim(Claim.of(Measure.SUCCESS, Comparison.EQUAL, Limit.of(0.5)).within(-0.1), "RANGE");
        claim(Claim.of(Measure.SUCCESS, Comparison.EQUAL, Limit.of(0.5)).within(Double.NaN), "RANGE");
        assertThat(problems(sound().gate(
                                "g",
                                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5))
                                        .in(Span.during("09:10", "12:00")))))
                .isEmpty();
    }

    @Test
    void aSpanThatIsNotOfWholeMinutesIsToldWhichOnesAre() {
        Claim success = Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5));
        assertThat(help(success.in(Span.during("09:10", "09:10:45"))))
                .isEqualTo("09:11 does; or have them counted by a shorter time: define: { impact: { window: 15s } }");
        assertThat(help(success.in(Span.after(Anchor.at(Moment.after(Duration.ofSeconds(61)))))))
                .as("said as the claim says it")
                .isEqualTo("+1m does; or have them counted by a shorter time: define: { impact: { window: 1s } }");
        assertThat(help(success.in(Span.during("09:00:10.012", "09:20"))))
                .as("no window is so short")
                .isEqualTo("09:01 does");
    }

    @Test
    void everyClaimThatCannotBeJudgedIsToldAWayOut() {
        Claim success = Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5));
        Claim total = Claim.of(Measure.IMPACT_TOTAL, Comparison.BELOW, Limit.of(60));
        assertThat(help(total.in(Span.during("09:10", "09:20"))))
                .startsWith("leave out 'during 09:10 .. 09:20'; measures of a part of a run are: ")
                .contains("success");
        assertThat(help(success.in(Span.during("09:20", "09:10"))))
                .isEqualTo("write during 09:10 .. 09:20 if that is meant");
        assertThat(help(success.in(Span.during("09:20", "09:20")))).isEqualTo("name an end that is later");
        assertThat(help(success.in(Span.during("09:10", "12:01"))))
                .isEqualTo("the clock ends at 12:00, 3h after its start: name an earlier time, or let it run longer");
        assertThat(help(Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.at("10:00"))))
                .isEqualTo("such as success >= 95%");
        assertThat(help(Claim.of(Measure.INCIDENT_END, Comparison.BELOW, Limit.of(3600))))
                .isEqualTo("such as incident.end <= 09:00");
        assertThat(help(total.about("web"))).startsWith("leave out '(web)'; measures of one ");
    }

    /** Returns the way out of the only problem that {@code claim} is. */
    private static String help(Claim claim) {
        InvalidScenarioException refused = catchThrowableOfType(
                InvalidScenarioException.class, () -> sound().gate("g", claim).build());
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0).help();
    }

    @Test
    void classesOfRequestsThatAreNotDeclaredOrNotWhole() {
        VisitSpec visit = Worlds.onePage("front").visit();
        Map<String, RequestSpec> most = Map.of("buy", RequestSpec.of(20), "browse", RequestSpec.of(70));
        ScenarioBuilder less = sound().request("buy").request("browse").users("shoppers", asking(visit.asking(most)));
        assertThat(problems(less)).containsExactly("CONFLICT users.shoppers.visit.requests");
        ScenarioBuilder misspelled =
                sound().request("buy").users("shoppers", asking(visit.asking(Map.of("byu", RequestSpec.of(100)))));
        assertThat(problems(misspelled)).containsExactly("DANGLING users.shoppers.visit.requests.byu");
        RequestSpec elsewhere = new RequestSpec(Percent.HUNDRED, "frnt");
        assertThat(problems(sound().request("buy").users("shoppers", asking(visit.asking(Map.of("buy", elsewhere))))))
                .containsExactly("DANGLING users.shoppers.visit.requests.buy.enters");
        ServerSpec web = ServerSpec.of(4, new Fixed(Duration.ofMillis(20)))
                .workFor("search", new Fixed(Duration.ZERO))
                .call("db", CallSpec.plain().forRequests("sale"))
                .build();
        assertThat(problems(sound().request("buy").component("web", web)))
                .containsExactlyInAnyOrder(
                        "DANGLING system.components.web.work-for.search",
                        "DANGLING system.components.web.calls.db.for");
    }

    @Test
    void claimsAboutRequestsThatNobodySends() {
        Claim buys = Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.5)).about("buy");
        assertThat(problems(sound().request("buy").gate("g", buys))).containsExactly("UNJUDGEABLE gates.g.subject");
        Map<String, RequestSpec> never = Map.of("buy", RequestSpec.of(0), "browse", RequestSpec.of(100));
        VisitSpec visit = Worlds.onePage("front").visit();
        assertThat(problems(sound().request("buy")
                        .request("browse")
                        .users("shoppers", asking(visit.asking(never)))
                        .gate("g", buys)))
                .containsExactly("UNJUDGEABLE gates.g.subject");
    }

    private static UsersSpec asking(VisitSpec visit) {
        UsersSpec plain = Worlds.onePage("front");
        return new UsersSpec(plain.enters(), visit, plain.patience(), plain.afterFailure(), plain.link());
    }

    private static void claim(Claim claim, String flaw) {
        claim(claim, flaw, flaw.equals("DANGLING") && claim.subject() != null ? ".subject" : "");
    }

    /** Requires that the problem is found at a part of the claim. */
    private static void claim(Claim claim, String flaw, String part) {
        assertThat(problems(sound().gate("g", claim))).as("%s", claim).containsExactly(flaw + " gates.g" + part);
        assertThat(problems(sound().record("r", claim))).as("%s", claim).containsExactly(flaw + " record.r" + part);
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThat(problems(sound().component(
                                "web",
                                ServerSpec.of(0, new Fixed(Duration.ZERO))
                                        .call("dbb", CallSpec.plain())
                                        .build())
                        .users("shoppers", Worlds.onePage("frnt"))
                        .gate("g", Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)))))
                .containsExactlyInAnyOrder(
                        "RANGE system.components.web.workers",
                        "DANGLING system.components.web.calls.dbb",
                        "DANGLING users.shoppers.enters",
                        "UNJUDGEABLE gates.g");
    }
}
