package dev.foreshock.engine.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final MemorySpec MEMORY = new MemorySpec(Bytes.mebi(100), Bytes.mebi(1));

    private static ServerSpec.Builder web() {
        return ServerSpec.of(4, new Fixed(Duration.ofMillis(20)))
                .queue(100)
                .restart(RestartSpec.byHand(SECOND, Percent.of(50), SECOND))
                .admit(AdmissionSpec.sessions(Rate.perSecond(50)))
                .call(
                        "queries",
                        CallSpec.plain()
                                .to("shop.db")
                                .within(SECOND)
                                .retrying(RetrySpec.of(2))
                                .over(new LinkSpec(new Fixed(Duration.ZERO), 20, SECOND, SECOND)));
    }

    private static ScenarioBuilder shop(ServerSpec web) {
        return Scenario.named("shop", Worlds.from9(Duration.ofMinutes(10)))
                .component("front", BalancerSpec.dns(Map.of("shop.web", Percent.HUNDRED), SECOND, Percent.ZERO, SECOND))
                .component("shop.web", web)
                .component("shop.db", DatabaseSpec.of(30, new Fixed(Duration.ofMillis(5))))
                .component("mail", QueueSpec.of(2, new Fixed(SECOND)).holding(9))
                .users("shopper", Worlds.users("front", new Count(1), new Fixed(SECOND), SECOND, Worlds.habits(60, 3)))
                .traffic("shopper", "usual", new Constant(Rate.perSecond(30)))
                .traffic("shopper", "promo", new Constant(Rate.perSecond(5)))
                .responder("sam", ResponderSpec.reachedIn(SECOND))
                .step("look", StepSpec.by("sam", SECOND).build())
                .step(
                        "restart",
                        StepSpec.by("sam", SECOND)
                                .after(StepRef.done("look"))
                                .does(new Action.Restart("shop.web"))
                                .build());
    }

    private static Scenario shop() {
        return shop(web().memory(MEMORY).build()).build();
    }

    @Test
    void everyPartThatCanBringAnImpactAboutIsACauseUnderItsNameInFiles() {
        assertThat(Causes.of(shop()))
                .extracting(Cause::name)
                .containsExactly(
                        "front.switch",
                        "mail.capacity",
                        "mail.consumers",
                        "mail.redeliver",
                        "runbook.restart",
                        "shop.db.pool",
                        "shop.web.admit",
                        "shop.web.calls.queries.link.connections",
                        "shop.web.calls.queries.retries",
                        "shop.web.calls.queries.timeout",
                        "shop.web.memory",
                        "shop.web.queue",
                        "shop.web.restart.cold",
                        "shop.web.workers",
                        "traffic.shopper.promo",
                        "users.shopper.after-failure");
    }

    @Test
    void eachSaysWhatItIsAndWhatItMeansToTakeItAway() {
        assertThat(Causes.of(shop()))
                .contains(
                        new Cause("traffic.shopper.promo", Influence.TRAFFIC, "These users do not come."),
                        new Cause("runbook.restart", Influence.RESPONSE, "The step takes its time and does nothing."))
                .allSatisfy(cause -> assertThat(cause.without()).endsWith("."));
    }

    @Test
    void nothingButTheCauseIsTakenAway() {
        assertThat(Causes.without(shop(), "shop.web.memory"))
                .isEqualTo(shop(web().build()).build());
        StepSpec idle = StepSpec.by("sam", SECOND).after(StepRef.done("look")).build();
        assertThat(Causes.without(shop(), "runbook.restart"))
                .isEqualTo(
                        shop(web().memory(MEMORY).build()).step("restart", idle).build());
        assertThat(Causes.without(shop(), "traffic.shopper.promo").traffic().get("shopper"))
                .containsOnlyKeys("usual");
    }

    @Test
    void whatIsTakenAwayIsNoCauseAnyMoreAndWhatIsLeftIsSound() {
        for (Cause cause : Causes.of(shop())) {
            Scenario left = Causes.without(shop(), cause.name());
            assertThat(Inspector.inspect(left)).as(cause.name()).isEmpty();
            assertThat(Causes.of(left)).extracting(Cause::name).as(cause.name()).doesNotContain(cause.name());
        }
        List<String> all = Causes.of(shop()).stream().map(Cause::name).toList();
        assertThat(Causes.of(Causes.without(shop(), all))).isEmpty();
    }

    @Test
    void whatIsTakenAwayNobodyEndsOrChangesAnyMore() {
        FaultSpec slow = new FaultSpec(Moment.after(SECOND), null, "shop.db", Slow.by(9), true);
        Action restart = new Action.Restart("shop.web");
        Scenario all = shop(web().memory(MEMORY).build())
                .fault("slow", slow)
                .step(
                        "mend",
                        StepSpec.by("sam", SECOND)
                                .does(
                                        new Action.End("slow"),
                                        new Action.Assign("shop.web", "memory", Unit.BYTES, 1e9),
                                        new Action.Assign("shop.web", "admit", Unit.RATE, 9),
                                        new Action.Assign("shop.web", "workers", Unit.COUNT, 9),
                                        restart)
                                .build())
                .build();
        for (Cause cause : Causes.of(all)) {
            assertThat(Inspector.inspect(Causes.without(all, cause.name())))
                    .as(cause.name())
                    .isEmpty();
        }
        assertThat(Causes.without(all, List.of("faults.slow", "shop.web.memory", "shop.web.admit", "shop.web.workers"))
                        .runbook()
                        .get("mend")
                        .actions())
                .containsExactly(restart);
    }

    @Test
    void curvesThatMayStandInForEachOtherAreACauseTogether() {
        ScenarioBuilder builder = shop(web().build()).traffic("shopper", "sharing", new Constant(Rate.perSecond(5)));
        assertThat(Causes.of(builder.build()))
                .extracting(Cause::name)
                .contains("traffic.shopper")
                .doesNotContain("traffic");
        assertThat(Causes.without(builder.build(), "traffic.shopper"))
                .isEqualTo(Causes.without(shop(web().build()).build(), "traffic.shopper.promo"));

        Scenario two = builder.users("bots", Worlds.onePage("front"))
                .traffic("bots", "attack", new Constant(Rate.perSecond(5)))
                .build();
        assertThat(Causes.of(two)).extracting(Cause::name).contains("traffic", "traffic.shopper");
        assertThat(Causes.without(two, "traffic"))
                .isEqualTo(Causes.without(
                        two, List.of("traffic.shopper.promo", "traffic.shopper.sharing", "traffic.bots.attack")));
    }

    @Test
    void theLastCurveOfAClassOfUsersCanBeTakenAway() {
        Scenario attacked = shop(web().build())
                .users("bots", Worlds.onePage("front"))
                .traffic("bots", "attack", new Constant(Rate.perSecond(5)))
                .build();
        Scenario left = Causes.without(attacked, "traffic.bots.attack");
        assertThat(Worlds.runOnce(left).requests().offered())
                .isEqualTo(
                        Worlds.runOnce(shop(web().build()).build()).requests().offered());
    }

    @Test
    void aNameThatIsNoCauseIsRefusedWithThoseThatAreNear() {
        assertThatThrownBy(() -> Causes.without(shop(), "shop.web.memry"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "what is taken away must be a cause in the scenario, but was 'shop.web.memry' ('shop.web.memory' exists; causes are: ");
        assertThatThrownBy(() -> Causes.without(shop(), "traffic.shopper.usual"))
                .hasMessageContaining("but was 'traffic.shopper.usual'");
    }
}
