package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadCautionsTest {
    /** Adds 990 users a second from 09:12 to 09:20: 1000 with the usual ones. */
    private static ScenarioBuilder surge(ScenarioBuilder builder) {
        return builder.traffic(
                "shoppers", "surge", new Hold(Moment.at("09:12"), Moment.at("09:20"), Rate.perSecond(990)));
    }

    private static ServerSpec.Builder server(int workers) {
        return ServerSpec.of(workers, Odd.millis(20));
    }

    @Test
    void aComponentThatIsOfferedTooMuchIsFoundWithItsWorstTime() {
        assertThat(Odd.in(surge(Odd.sound().component("web", server(10).build()))))
                .containsExactly(new Caution(
                        Caution.Kind.OVERLOAD_WITHOUT_SHEDDING,
                        "system.components.web",
                        "'web' is offered 2 times what it can serve at 09:12 and has nothing to shed load with",
                        "limit its 'queue', or add 'admit'; it may stay as it is where the overload is the point"));
        assertThat(Odd.in(surge(Odd.sound().component("web", server(21).build()))))
                .isEmpty();
    }

    @Test
    void theWorkersHoldOnWhileTheirCallsAreAnswered() {
        ServerSpec web = server(100)
                .call("auth", CallSpec.plain().to("db").times(2))
                .call("load", CallSpec.plain().to("db").after("auth"))
                .call("ads", CallSpec.plain().to("db").timesTogether(3))
                .build();
        assertThat(Odd.in(surge(
                        Odd.sound().component("web", web).component("db", DatabaseSpec.of(100_000, Odd.millis(100))))))
                .as("1000/s of 20 ms + 3 x 100 ms on 100 workers")
                .extracting(Caution::message)
                .containsExactly(
                        "'web' is offered 3.2 times what it can serve at 09:12 and has nothing to shed load with");
    }

    @Test
    void whatACallerCannotServeDoesNotReachItsDependency() {
        assertThat(Odd.kinds(surge(Odd.sound()
                        .component(
                                "web", server(10).call("db", CallSpec.plain()).build())
                        .component("db", DatabaseSpec.of(10, Odd.millis(20))))))
                .as("web serves 250/s, which db can")
                .containsExactly("OVERLOAD_WITHOUT_SHEDDING system.components.web");
    }

    @Test
    void theUtilizationItSpeaksOfIsThatOfARun() {
        ScenarioBuilder builder = Odd.sound()
                .component(
                        "web", server(100).call("db", CallSpec.plain().times(2)).build())
                .component("db", DatabaseSpec.of(1, Odd.millis(45)));
        assertThat(Odd.in(builder)).isEmpty();
        RunResult run = Worlds.runOnce(builder.build());
        Loads loads = loads(builder);
        assertThat(loads.utilization("db")).isCloseTo(0.9, within(1e-9));
        assertThat(run.components().get("db").utilization()).isBetween(0.88, 0.92);
    }

    private static Loads loads(ScenarioBuilder builder) {
        return new Loads(new View(builder.build()));
    }

    @Test
    void pagesAreSpreadOverTheVisit() {
        ScenarioBuilder builder = Odd.sound()
                .users(
                        "shoppers",
                        Worlds.users(
                                "web", new Count(11), Odd.millis(60_000), Duration.ofSeconds(10), Worlds.habits(0, 0)))
                .traffic("shoppers", "surge", new Hold(Moment.at("09:12"), Moment.at("09:13"), Rate.perSecond(100)));
        assertThat(loads(builder).peak("web"))
                .as("6000 users look at 11 pages each in 10 min, besides the usual")
                .isCloseTo(10 * 11 + 6000 * 11 / 600.0, within(1.0));
    }

    @Test
    void sheddingAdmissionAndLimitedWaitsAreEnough() {
        assertThat(Odd.in(
                        surge(Odd.sound().component("web", server(10).queue(100).build()))))
                .isEmpty();
        assertThat(Odd.in(surge(Odd.sound()
                        .component(
                                "web",
                                server(10)
                                        .admit(AdmissionSpec.sessions(Rate.perSecond(400)))
                                        .build()))))
                .isEmpty();
        ServerSpec web = server(1000).call("db", CallSpec.plain()).build();
        DatabaseSpec db = DatabaseSpec.of(10, Odd.millis(20));
        assertThat(Odd.kinds(surge(Odd.sound().component("web", web).component("db", db))))
                .containsExactly("OVERLOAD_WITHOUT_SHEDDING system.components.db");
        assertThat(Odd.in(surge(Odd.sound()
                        .component("web", web)
                        .component("db", new DatabaseSpec(10, Odd.millis(20), Duration.ofSeconds(1))))))
                .isEmpty();
    }

    @Test
    void memoryThatRunsOutIsNoShedding() {
        ServerSpec web = server(10)
                .memory(new MemorySpec(Bytes.mebi(100), Bytes.mebi(1)))
                .build();
        assertThat(Odd.kinds(surge(Odd.sound().component("web", web))))
                .containsExactly("OVERLOAD_WITHOUT_SHEDDING system.components.web");
    }

    @Test
    void callersWhoTakeBackWhatTheyNoLongerWaitForShed() {
        DatabaseSpec db = DatabaseSpec.of(10, Odd.millis(20));
        CallSpec call = CallSpec.plain().within(Duration.ofSeconds(1));
        for (CallSpec takenBack : new CallSpec[] {call.cancelling(), call.passingDeadline()}) {
            assertThat(Odd.in(surge(Odd.sound()
                            .component("web", server(1000).call("db", takenBack).build())
                            .component("db", db))))
                    .isEmpty();
        }
        assertThat(Odd.kinds(surge(Odd.sound()
                        .component("web", server(1000).call("db", call).build())
                        .component("db", db))))
                .as("without that the work goes on")
                .containsExactly("OVERLOAD_WITHOUT_SHEDDING system.components.db");
    }

    @Test
    void whatIsAdmittedIsAllThatIsPassedOn() {
        ServerSpec web = server(1000)
                .admit(AdmissionSpec.sessions(Rate.perSecond(400)))
                .call("db", CallSpec.plain())
                .build();
        assertThat(Odd.in(
                        surge(Odd.sound().component("web", web).component("db", DatabaseSpec.of(10, Odd.millis(20))))))
                .as("400/s of 500/s")
                .isEmpty();
    }

    @Test
    void balancersAndCachesLeaveOnlyAPart() {
        ServerSpec web = server(1000)
                .pageCache(PageCacheSpec.of(Percent.of(60)))
                .call("front", CallSpec.plain())
                .build();
        ScenarioBuilder builder = surge(Odd.sound()
                .component("web", web)
                .component("front", BalancerSpec.atOnce(Map.of("db", Percent.of(75), "db2", Percent.of(25))))
                .component("db2", DatabaseSpec.of(10, Odd.millis(20))));
        assertThat(Odd.in(builder)).isEmpty();
        Loads loads = loads(builder);
        assertThat(loads.peak("db")).isEqualTo(300, within(1e-6));
        assertThat(loads.peak("db2")).isEqualTo(100, within(1e-6));
    }

    @Test
    void aQueueIsJudgedByItsConsumersAndDelaysNobody() {
        ScenarioBuilder builder = surge(Odd.sound()
                .component("web", server(30).call("jobs", CallSpec.plain()).build())
                .component("jobs", QueueSpec.of(10, Odd.millis(20)).call("db", CallSpec.plain()))
                .component("db", DatabaseSpec.of(1000, Odd.millis(20))));
        assertThat(Odd.in(builder))
                .extracting(Caution::toString)
                .containsExactly(
                        "system.components.jobs: 'jobs' is offered 4 times what it can serve at 09:12 "
                                + "and has nothing to shed load with (set 'capacity'; it may stay as it is where the overload is the point)");
        assertThat(Odd.in(builder.component(
                        "jobs",
                        QueueSpec.of(10, Odd.millis(20))
                                .call("db", CallSpec.plain())
                                .holding(5))))
                .isEmpty();
    }

    @Test
    void inAScenarioWithARecordOverloadIsHistory() {
        assertThat(Odd.in(surge(Odd.sound().component("web", server(10).build()))
                        .record("r", Claim.of(Measure.SUCCESS, Comparison.BELOW, Limit.of(0.5)))))
                .isEmpty();
    }

    @Test
    void aMeasurementThatIsLeftBehindIsFound() {
        OpaqueSpec payments = OpaqueSpec.of(Map.of(
                "a",
                new MeasurementSpec(Rate.perSecond(400), Duration.ofMillis(5), Duration.ofMillis(9), Percent.ZERO)));
        ScenarioBuilder builder = Odd.sound()
                .component("web", server(1000).call("db", CallSpec.plain()).build())
                .component("db", payments);
        assertThat(Odd.in(builder)).isEmpty();
        assertThat(Odd.in(surge(builder)))
                .extracting(Caution::toString)
                .containsExactly("system.components.db.measured: 'db' is offered 1000/s at 09:12, "
                        + "but was measured up to 400/s only (beyond that it answers as it did there; "
                        + "measure further, or limit what is offered)");
    }

    @Test
    void moreCurvesThanAreWorthAddingUpAreLeftOut() {
        ScenarioBuilder builder = surge(Odd.sound().component("web", server(10).build()));
        for (int i = 0; i < 99; i++) {
            builder.traffic("shoppers", "curve" + i, new Constant(Rate.perSecond(1)));
        }
        assertThat(Odd.in(builder)).isEmpty();
    }

    /** 4 of 10 users a second order, which takes 300 ms of one of two workers and two calls; the others go elsewhere. */
    @Test
    void everyClassOfRequestsTakesItsOwnPath() {
        UsersSpec plain = Odd.users("web", Duration.ofSeconds(10));
        UsersSpec users = new UsersSpec(
                "web",
                plain.visit()
                        .asking(Map.of(
                                "order",
                                RequestSpec.of(40),
                                "browse",
                                RequestSpec.of(50),
                                "search",
                                new RequestSpec(Percent.of(10), "finder"))),
                plain.patience(),
                plain.afterFailure(),
                plain.link());
        ServerSpec web = ServerSpec.of(2, Odd.millis(20))
                .workFor("order", Odd.millis(300))
                .call("db", CallSpec.plain().forRequests("order").times(2))
                .build();
        ScenarioBuilder builder = Odd.sound()
                .request("order")
                .request("browse")
                .request("search")
                .users("shoppers", users)
                .component("web", web)
                .component("finder", server(1).build())
                .component("db", DatabaseSpec.of(1, Odd.millis(50)));
        Loads loads = loads(builder);
        assertThat(loads.utilization("web")).isCloseTo((4 * 0.4 + 5 * 0.02) / 2, within(1e-9));
        assertThat(loads.peak("db")).isCloseTo(8, within(1e-9));
        assertThat(loads.utilization("db")).isCloseTo(0.4, within(1e-9));
        assertThat(loads.peak("finder")).isCloseTo(1, within(1e-9));
        RunResult run = Worlds.runOnce(builder.build());
        assertThat(run.components().get("web").utilization()).isBetween(0.82, 0.88);
        assertThat(run.components().get("db").utilization()).isBetween(0.38, 0.42);
        assertThat(Odd.in(builder)).isEmpty();
    }
}
