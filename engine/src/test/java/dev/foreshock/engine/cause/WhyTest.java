package dev.foreshock.engine.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.StoppedException;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.cause.Effect.Finding;
import dev.foreshock.engine.compare.CompareWatcher;
import dev.foreshock.engine.compare.Impatient;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.curve.Curve;
import dev.foreshock.engine.curve.Step;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final Duration TENTH = Duration.ofMillis(100);

    /** A shop that 30 users a second visit, and from 09:02 to 09:05 the users of a promo too. */
    private static ScenarioBuilder shop(int workers, int connections, double promo) {
        ServerSpec web = ServerSpec.of(workers, new Fixed(TENTH))
                .call("db", CallSpec.plain().retrying(RetrySpec.of(1)))
                .build();
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(10)))
                .component("web", web)
                .component("db", DatabaseSpec.of(connections, new Fixed(TENTH)))
                .users(
                        "visitor",
                        Worlds.users("web", new Count(1), new Fixed(TENTH), Duration.ofSeconds(2), Worlds.habits(0, 0)))
                .traffic("visitor", "usual", new Constant(Rate.perSecond(30)))
                .traffic(
                        "visitor",
                        "promo",
                        new Step(Moment.at("09:02"), Rate.perSecond(promo), Moment.at("09:05"), null));
    }

    private static Attribution ask(Scenario scenario) {
        return ask(scenario, Long.MAX_VALUE, 1, Runnable::run);
    }

    private static Attribution ask(
            Scenario scenario, long budget, int threads, java.util.concurrent.Executor executor) {
        return Why.ask(scenario, new WhyPlan(Worlds.SEED, 3, budget, threads, executor), CompareWatcher.NONE);
    }

    private static Effect effect(Attribution attribution, String cause) {
        return attribution.effects().stream()
                .filter(effect -> effect.cause().name().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTriggerThatIsNotTheCauseIsExposed() {
        // 20 connections would carry 200 queries a second. Two carry 20: fewer than come on any day, promo or not.
        Attribution found = ask(shop(40, 2, 2).build());

        Effect promo = effect(found, "traffic.visitor.promo");
        assertThat(promo.finding()).isNotEqualTo(Finding.WORSENS);
        assertThat(promo.outageShare()).isLessThan(0.02);
        Effect pool = effect(found, "db.pool");
        assertThat(pool.finding()).isEqualTo(Finding.WORSENS);
        assertThat(pool.outageShare()).isEqualTo(1);
        assertThat(pool.left().usersAffectedShare().value()).isZero();
        assertThat(found.effects().get(0)).isEqualTo(pool);
        Scenario without = Causes.without(shop(40, 2, 2).build(), "traffic.visitor.promo");
        assertThat(Worlds.runOnce(without).impactTotalNanos()).isPositive();
    }

    @Test
    void causesThatActTogetherEachTakeTheWholeImpactAway() {
        // 10 workers that hold on for 200 ms serve 50 a second: enough for the 30, too few with 60 more.
        Attribution found = ask(shop(10, 200, 60).build());

        assertThat(effect(found, "traffic.visitor.promo").outageShare()).isEqualTo(1);
        assertThat(effect(found, "web.workers").outageShare()).isEqualTo(1);
        assertThat(effect(found, "db.pool").finding()).isEqualTo(Finding.NO_DIFFERENCE);
        assertThat(found.shareOfAll()).isCloseTo(2, within(1e-9));
    }

    @Test
    void triggersThatStandInForEachOtherAreFoundTogether() {
        // Either surge alone is more than the 20 a second that there is room for beside the usual 30.
        Scenario scenario = shop(10, 200, 60)
                .traffic(
                        "visitor",
                        "sharing",
                        new Step(Moment.at("09:02"), Rate.perSecond(60), Moment.at("09:05"), null))
                .build();
        Attribution found = ask(scenario);

        assertThat(effect(found, "traffic.visitor").outageShare()).isEqualTo(1);
        assertThat(effect(found, "traffic.visitor.promo").outageShare()).isLessThan(0.5);
        assertThat(effect(found, "traffic.visitor.sharing").outageShare()).isLessThan(0.5);
        assertThat(found.shareOfAll())
                .as("the group is not counted beside its members")
                .isLessThan(2);
    }

    @Test
    void whatBringsEverybodyIsNeitherRunNorRanked() {
        Map<String, Curve> promo =
                Map.of("promo", new Step(Moment.at("09:02"), Rate.perSecond(90), Moment.at("09:05"), null));
        Attribution found = ask(shop(10, 200, 60).build().withTraffic(Map.of("visitor", promo)));

        assertThat(found.trivial()).extracting(Cause::name).containsExactly("traffic.visitor.promo");
        assertThat(found.effects())
                .extracting(effect -> effect.cause().name())
                .contains("web.workers")
                .doesNotContain("traffic.visitor.promo");
    }

    @Test
    void whatPlaysNoPartChangesNothingAtAll() {
        Effect retries = effect(ask(shop(10, 200, 60).build()), "web.calls.db.retries");
        assertThat(retries.finding()).isEqualTo(Finding.NO_DIFFERENCE);
        assertThat(retries.change().requestsLost().low()).isZero();
        assertThat(retries.change().requestsLost().high()).isZero();
    }

    @Test
    void withoutAnImpactThereIsNothingToExplainAndNothingMoreIsRun() {
        Attribution found = ask(shop(40, 200, 2).build());
        assertThat(found.toll().isWorthExplaining()).isFalse();
        assertThat(found.effects()).isEmpty();
        assertThat(found.untried()).isEmpty();
        assertThat(found.spentEvents())
                .isEqualTo(Worlds.run(shop(40, 200, 2).build(), 3).runs().stream()
                        .mapToLong(run -> run.events())
                        .sum());
    }

    @Test
    void theRunAsItIsIsTheOneThatRunShows() {
        Scenario scenario = shop(40, 2, 2).build();
        assertThat(ask(scenario).checksums())
                .isEqualTo(Worlds.run(scenario, 3).runs().stream()
                        .map(run -> run.checksum())
                        .toList());
    }

    @Test
    void aSmallBudgetLeavesCausesUntriedAndNamesThem() {
        Scenario scenario = shop(10, 200, 60).build();
        long asItIs = ask(scenario).spentEvents() / 15; // 4 causes and itself, 3 replications each
        Attribution found = ask(scenario, asItIs * 6, 1, Runnable::run);
        assertThat(found.effects()).isNotEmpty();
        assertThat(found.untried()).isNotEmpty();
        assertThat(found.effects().size() + found.untried().size()).isEqualTo(4);
        assertThat(found.effects().stream().map(effect -> effect.cause().name()))
                .contains("traffic.visitor.promo");
        assertThat(ask(scenario, 1, 1, Runnable::run).untried()).hasSize(4);
    }

    @Test
    void findingsDoNotHangOnTheNumberOfThreads() {
        Scenario scenario = shop(10, 200, 60).build();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            assertThat(ask(scenario, Long.MAX_VALUE, 3, executor).effects())
                    .isEqualTo(ask(scenario).effects());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void stoppedBeforeARunEndedItKnowsNothing() {
        WhyPlan plan = new WhyPlan(1, 1, 1, 1, Runnable::run);
        Scenario scenario = shop(10, 200, 60).build();
        assertThatThrownBy(() -> Why.ask(scenario, plan, new Impatient(0))).isInstanceOf(StoppedException.class);
    }

    @Test
    void stoppedAmongTheCausesItKeepsThoseThatWereRun() {
        Scenario scenario = shop(10, 200, 60).build();
        WhyPlan plan = new WhyPlan(Worlds.SEED, 3, Long.MAX_VALUE, 1, Runnable::run);
        Attribution whole = Why.ask(scenario, plan, CompareWatcher.NONE);

        Attribution stopped = Why.ask(scenario, plan, new Impatient(3 + 2));

        assertThat(whole.isStopped()).isFalse();
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.toll()).isEqualTo(whole.toll());
        assertThat(stopped.effects()).hasSize(2).allSatisfy(effect -> {
            assertThat(effect.change().outageSeconds().n()).isEqualTo(1);
            assertThat(whole.effects()).extracting(Effect::cause).contains(effect.cause());
        });
        assertThat(stopped.untried()).hasSize(whole.effects().size() - 2);
    }

    @Test
    void stoppedBeforeTheCausesItKeepsTheImpact() {
        WhyPlan plan = new WhyPlan(Worlds.SEED, 3, Long.MAX_VALUE, 1, Runnable::run);

        Attribution stopped = Why.ask(shop(10, 200, 60).build(), plan, new Impatient(2));

        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.toll().outageSeconds().n()).isEqualTo(2);
        assertThat(stopped.effects()).isEmpty();
        assertThat(stopped.untried()).isNotEmpty();
    }

    @Test
    void causesAreRankedByWhatGoesWithThem() {
        List<Double> shares = ask(shop(10, 200, 60).build()).effects().stream()
                .map(Effect::share)
                .toList();
        assertThat(shares).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
