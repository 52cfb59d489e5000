package dev.foreshock.engine;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.Geometric;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.RequestFigures;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of different classes take different paths, and are counted apart. */
class RequestClassesTest {
    private static final Duration MS = Duration.ofMillis(1);

    private static ServerSpec.Builder web(long millis) {
        return ServerSpec.of(1000, new Fixed(Duration.ofMillis(millis)));
    }

    /** Users of whom a page view in five is to buy, in place of browsing. */
    private static UsersSpec shoppers(String entry, @Nullable String entryOfBuyers, int refreshes) {
        UsersSpec users = Worlds.users(
                entry,
                new Geometric(3),
                new Fixed(Duration.ofSeconds(2)),
                Duration.ofSeconds(5),
                Worlds.habits(100, refreshes));
        Map<String, RequestSpec> requests =
                Map.of("browse", RequestSpec.of(80), "buy", new RequestSpec(Percent.of(20), entryOfBuyers));
        return new UsersSpec(
                users.enters(), users.visit().asking(requests), users.patience(), users.afterFailure(), users.link());
    }

    private static ScenarioBuilder shop(ComponentSpec web, UsersSpec users) {
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(10)))
                .component("web", web)
                .users("shoppers", users)
                .traffic("shoppers", "usual", new Constant(Rate.perSecond(20)))
                .request("browse")
                .request("buy");
    }

    private static RequestFigures of(RunResult run, String requestClass) {
        return Objects.requireNonNull(run.classes().get(requestClass));
    }

    @Test
    void pageViewsDrawTheirClassByItsShare() {
        RunResult run =
                Worlds.runOnce(shop(Stub.after(1, OK), shoppers("web", null, 0)).build());
        double all = run.requests().offered();
        assertThat(all).isGreaterThan(30_000);
        assertThat(of(run, "buy").requests().offered() / all).isCloseTo(0.2, within(0.01));
        assertThat(of(run, "browse").requests().offered() / all).isCloseTo(0.8, within(0.01));
    }

    @Test
    void aRefreshIsOfTheSameClass() {
        ServerSpec web = web(1).call("pay", CallSpec.plain().forRequests("buy")).build();
        RunResult run = Worlds.runOnce(shop(web, shoppers("web", null, 3))
                .component("pay", Stub.after(1, ERROR))
                .build());
        assertThat(of(run, "buy").requests().succeeded()).isZero();
        assertThat(of(run, "browse").requests().failed()).isZero();
        long tries = of(run, "buy").requests().offered();
        assertThat(run.users().affected()).as("each after four tries").isBetween(tries / 4 - 40, tries / 4 + 40);
    }

    @Test
    void aClassMayEnterElsewhere() {
        RunResult run = Worlds.runOnce(shop(Stub.after(1, OK), shoppers("web", "desk", 0))
                .component("desk", Stub.after(1, OK))
                .build());
        assertThat(run.components().get("desk").arrivals())
                .isEqualTo(of(run, "buy").requests().offered());
        assertThat(run.components().get("web").arrivals())
                .isEqualTo(of(run, "browse").requests().offered());
    }

    @Test
    void whereAClassEntersChangesNoDraw() {
        RunResult here =
                Worlds.runOnce(shop(web(5).build(), shoppers("web", null, 0)).build());
        RunResult there = Worlds.runOnce(shop(web(5).build(), shoppers("web", "desk", 0))
                .component("desk", web(5).build())
                .build());
        assertThat(there.minutes()).isEqualTo(here.minutes());
        assertThat(there.classes()).isEqualTo(here.classes());
    }

    @Test
    void theClassTravelsDownAndACallThatIsNotMadeCountsAsDone() {
        ServerSpec mid = web(1).call("pay", CallSpec.plain().forRequests("buy"))
                .call("mail", CallSpec.plain().after("pay"))
                .build();
        ServerSpec web = web(1).call("mid", CallSpec.plain().times(2)).build();
        RunResult run = Worlds.runOnce(shop(web, shoppers("web", null, 0))
                .component("mid", mid)
                .component("pay", Stub.after(1, OK))
                .component("mail", Stub.after(1, OK))
                .build());
        assertThat(run.requests().failed()).isZero();
        long buys = 2 * of(run, "buy").requests().offered();
        assertThat(run.components().get("pay").arrivals()).isBetween(buys - 10, buys);
        long all = 2 * run.requests().offered();
        assertThat(run.components().get("mail").arrivals()).isBetween(all - 10, all);
    }

    @Test
    void theClassGoesOnWithWorkThatIsTakenOver() {
        ServerSpec web = web(1).call("mails", CallSpec.plain()).build();
        QueueSpec mails =
                QueueSpec.of(1000, new Fixed(MS)).call("send", CallSpec.plain().forRequests("buy"));
        RunResult run = Worlds.runOnce(shop(web, shoppers("web", null, 0))
                .component("mails", mails)
                .component("send", Stub.after(1, OK))
                .build());
        long buys = of(run, "buy").requests().offered();
        assertThat(buys).isGreaterThan(5000);
        assertThat(run.components().get("send").arrivals()).isBetween(buys - 10, buys);
    }

    @Test
    void workMayDependOnTheClass() {
        ServerSpec web =
                web(10).workFor("buy", new Fixed(Duration.ofMillis(70))).build();
        RunResult run = Worlds.runOnce(shop(web, shoppers("web", null, 0)).build());
        assertThat(of(run, "browse").responseTimes().mean()).isCloseTo(0.010, within(1e-4));
        assertThat(of(run, "buy").responseTimes().mean()).isCloseTo(0.070, within(1e-4));
        assertThat(run.responseTimes().mean())
                .as("1/5 of 70 ms and 4/5 of 10 ms")
                .isCloseTo(0.022, within(1e-3));
    }

    @Test
    void classesAddUpToAllRequests() {
        ServerSpec web = ServerSpec.of(3, new Fixed(Duration.ofMillis(60)))
                .queue(5)
                .workFor("buy", new Fixed(Duration.ofMillis(90)))
                .build();
        RunResult run = Worlds.runOnce(shop(web, shoppers("web", null, 1)).build());
        assertThat(run.requests().failed()).isGreaterThan(100);
        RequestFigures buy = of(run, "buy");
        RequestFigures browse = of(run, "browse");
        assertThat(buy.requests().offered() + browse.requests().offered())
                .isEqualTo(run.requests().offered());
        assertThat(buy.requests().failed() + browse.requests().failed())
                .isEqualTo(run.requests().failed());
        assertThat(buy.requests().inFlight() + browse.requests().inFlight())
                .isEqualTo(run.requests().inFlight());
        for (int minute = 0; minute < run.minutes().size(); minute++) {
            assertThat(buy.succeeded().get(minute) + browse.succeeded().get(minute))
                    .isEqualTo(run.minutes().succeeded().get(minute));
            assertThat(buy.failed().get(minute) + browse.failed().get(minute))
                    .isEqualTo(run.minutes().failed().get(minute));
        }
        assertThat(buy.succeeded().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(buy.requests().succeeded());
    }

    @Test
    void claimsMayBeAboutOneClass() {
        ServerSpec web = web(1).call("pay", CallSpec.plain().forRequests("buy")).build();
        RunSet runs = Worlds.run(
                shop(web, shoppers("web", null, 0))
                        .component("pay", Stub.after(9, ERROR))
                        .gate("buy", gate(Measure.SUCCESS, Comparison.EQUAL, 0, "buy"))
                        .gate("browse", gate(Measure.SUCCESS, Comparison.EQUAL, 1, "browse"))
                        .gate("failed", gate(Measure.REQUESTS_FAILED, Comparison.EQUAL, 0, "browse"))
                        .gate("slow", gate(Measure.RESPONSE_P50, Comparison.AT_LEAST, 0.010, "buy"))
                        .gate("fast", gate(Measure.RESPONSE_P50, Comparison.AT_MOST, 0.0011, "browse"))
                        .build(),
                2);
        assertThat(runs.gates())
                .hasSize(5)
                .allSatisfy(gate ->
                        assertThat(gate.verdict().text()).as(gate.name()).isEqualTo("passed"));
        assertThat(runs.gates())
                .extracting(Judgement::claim)
                .extracting(Claim::observes)
                .contains("success(buy)");
    }

    private static Claim gate(Measure measure, Comparison comparison, double limit, String requestClass) {
        return Claim.of(measure, comparison, Limit.of(limit)).about(requestClass);
    }

    @Test
    void classesOfOtherUsersChangeNobody() {
        UsersSpec plain =
                Worlds.users("web", new Geometric(3), new Fixed(MS), Duration.ofSeconds(5), Worlds.habits(0, 0));
        Tap.Log before = new Tap.Log();
        Tap.Log after = new Tap.Log();
        for (Tap.Log log : new Tap.Log[] {before, after}) {
            UsersSpec others = shoppers("desk", null, 0);
            UsersSpec same = new UsersSpec(
                    others.enters(),
                    log == before ? others.visit().asking(Map.of()) : others.visit(),
                    others.patience(),
                    others.afterFailure(),
                    others.link());
            Worlds.runOnce(shop(new Tap("page", log), plain)
                    .component("page", web(5).build())
                    .component("desk", Stub.after(1, OK))
                    .users("others", same)
                    .traffic("others", "usual", new Constant(Rate.perSecond(20)))
                    .build());
        }
        assertThat(after.calls).hasSizeGreaterThan(10_000).isEqualTo(before.calls);
    }

    @Test
    void aClassLeavesTheSessionsOfItsOwnUsersAsTheyWere() {
        UsersSpec classed = shoppers("web", null, 0);
        UsersSpec plain = new UsersSpec(
                classed.enters(),
                classed.visit().asking(Map.of()),
                classed.patience(),
                classed.afterFailure(),
                classed.link());
        RunResult with = Worlds.runOnce(shop(web(5).build(), classed).build());
        RunResult without = Worlds.runOnce(shop(web(5).build(), plain).build());
        assertThat(with.minutes()).isEqualTo(without.minutes());
        assertThat(with.responseTimes()).isEqualTo(without.responseTimes());
        assertThat(of(without, "buy").requests().offered()).isZero();
        assertThat(of(without, "buy").responseTimes()).isNull();
    }

    @Test
    void whatIsUsualAtAnEntryIsTheShareThatEntersThere() {
        Condition half = Condition.of(Signal.REQUESTS, Comparison.ABOVE, 0.7, Duration.ofMinutes(2))
                .againstUsual();
        Condition more = Condition.of(Signal.REQUESTS, Comparison.ABOVE, 1.5, Duration.ofMinutes(2))
                .againstUsual();
        Condition visitors = Condition.of(Signal.VISITORS, Comparison.ABOVE, 0.7, Duration.ofMinutes(2))
                .againstUsual();
        RunResult run = Worlds.runOnce(shop(Stub.after(1, OK), shoppers("web", "desk", 0))
                .component("desk", Stub.after(1, OK))
                .traffic("shoppers", "usual", new Constant(Rate.perSecond(100)))
                .monitor("as-usual", Alert.on("desk", half, "sam"))
                .monitor("more", Alert.on("desk", more, "sam"))
                .monitor("visitors", Alert.on("desk", visitors, "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(1)))
                .build());
        assertThat(run.journal().of(JournalEntry.Event.FIRING))
                .extracting(JournalEntry::subject)
                .containsExactlyInAnyOrder("as-usual", "visitors");
    }

    @Test
    void scalingKeepsClassesAndTheirPaths() {
        ServerSpec web = web(10).workFor("buy", new Fixed(MS))
                .call("pay", CallSpec.plain().forRequests("buy"))
                .build();
        Scenario shop = shop(web, shoppers("web", "pay", 0))
                .component("pay", Stub.after(1, OK))
                .gate("failed", gate(Measure.REQUESTS_FAILED, Comparison.AT_MOST, 10, "buy"))
                .build();
        Scenario half = Scaling.by(0.5, shop);
        assertThat(half.system().requests()).isEqualTo(shop.system().requests());
        assertThat(half.users()).isEqualTo(shop.users());
        ServerSpec scaled = (ServerSpec) half.system().components().get("web");
        assertThat(scaled)
                .isEqualTo(ServerSpec.of(500, web.work())
                        .workFor("buy", new Fixed(MS))
                        .call("pay", CallSpec.plain().forRequests("buy"))
                        .build());
        assertThat(half.gates().get("failed")).isEqualTo(gate(Measure.REQUESTS_FAILED, Comparison.AT_MOST, 5, "buy"));
        assertThat(Worlds.users("web", new Count(1), new Fixed(MS), MS, Worlds.habits(0, 0))
                        .entries())
                .containsExactly("web");
    }
}
