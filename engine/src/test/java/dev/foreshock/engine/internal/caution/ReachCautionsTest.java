package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.MemorySpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachCautionsTest {
    private static final Claim UPRIGHT =
            Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("spare");

    private static final ServerSpec SPARE = ServerSpec.of(20, Odd.millis(20))
            .memory(new MemorySpec(Bytes.mebi(1000), Bytes.mebi(1)))
            .build();

    private static ScenarioBuilder withSpare(Percent share) {
        return Odd.sound()
                .users("shoppers", Odd.users("front", Duration.ofSeconds(10)))
                .component("front", BalancerSpec.atOnce(Map.of("web", new Percent(1 - share.share()), "spare", share)))
                .component("spare", SPARE);
    }

    private static Alert watching(String component) {
        return Alert.on(component, Condition.of(Signal.UP, Comparison.BELOW, 1, Duration.ZERO), "sam");
    }

    @Test
    void claimsAboutWhatGetsNoTrafficAreFound() {
        assertThat(Odd.in(withSpare(Percent.ZERO).gate("upright", UPRIGHT)))
                .containsExactly(new Caution(
                        Caution.Kind.CLAIM_WITHOUT_TRAFFIC,
                        "gates.upright.subject",
                        "'spare' gets no traffic, so the claim says nothing about it",
                        "no users enter there, and no call leads there from where they do; "
                                + "name something that gets traffic, or let something call it"));
        assertThat(Odd.kinds(withSpare(Percent.ZERO).record("upright", UPRIGHT)))
                .containsExactly("CLAIM_WITHOUT_TRAFFIC record.upright.subject");
        assertThat(Odd.in(withSpare(Percent.of(1)).gate("upright", UPRIGHT))).isEmpty();
    }

    @Test
    void usersWithoutTrafficAreFoundUnlessSomeAreThereFromTheStart() {
        UsersSpec buyers = Odd.users("web", Duration.ofSeconds(10));
        assertThat(Odd.in(Odd.sound().users("buyers", buyers)))
                .containsExactly(new Caution(
                        Caution.Kind.USERS_WITHOUT_TRAFFIC,
                        "users.buyers",
                        "'buyers' has no traffic, so none of these users ever comes",
                        "say how many come: traffic: { buyers: { usual: 5/s } }"));
        UsersSpec there = Odd.users("spare", Duration.ofSeconds(10));
        UsersSpec resident = new UsersSpec(
                there.enters(), there.visit(), there.patience(), there.afterFailure(), there.link(), null, 5);
        assertThat(Odd.kinds(Odd.sound()
                        .component("spare", SPARE)
                        .users("buyers", resident)
                        .gate("upright", UPRIGHT)))
                .as("what only those who stay ask for is asked for")
                .isEmpty();
    }

    @Test
    void trafficThatAStepOfTheRunbookBringsIsTraffic() {
        ScenarioBuilder builder = withSpare(Percent.ZERO)
                .gate("upright", UPRIGHT)
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .monitor("m", watching("web"))
                .step(
                        "redirect",
                        StepSpec.by("sam", Duration.ZERO)
                                .does(new Action.Weights("front", Map.of("spare", Percent.HUNDRED)))
                                .build());
        assertThat(Odd.in(builder)).isEmpty();
    }

    @Test
    void aCallThatNobodyMakesLeadsNowhere() {
        assertThat(Odd.kinds(Odd.sound()
                        .component("web", Odd.web(CallSpec.plain().madeBy(Percent.ZERO)))
                        .gate("db", UPRIGHT.about("db"))))
                .contains("CLAIM_WITHOUT_TRAFFIC gates.db.subject");
    }

    @Test
    void aMonitorOfWhatGetsNoTrafficIsFoundIfItIsSwitchedOn() {
        ScenarioBuilder builder = withSpare(Percent.ZERO).responder("sam", ResponderSpec.reachedIn(Duration.ZERO));
        assertThat(Odd.kinds(builder.monitor("m", watching("spare"))))
                .containsExactly("MONITOR_WITHOUT_TRAFFIC monitors.m.watches");
        assertThat(Odd.in(builder.monitor("m", watching("spare").switchedOff())))
                .isEmpty();
    }

    @Test
    void whereNobodyComesEveryClaimIsOdd() {
        ScenarioBuilder nobody = Scenario.named("nobody", Worlds.from9(Duration.ofHours(1)))
                .component("web", ServerSpec.of(1, new Fixed(Duration.ZERO)).build())
                .users("u", Worlds.onePage("web"))
                .gate("success", Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.9)));
        assertThat(Odd.in(nobody))
                .extracting(Caution::toString)
                .containsExactly(
                        "gates.success: no users come, so there is nothing to claim (give a class of users traffic)",
                        "users.u: 'u' has no traffic, so none of these users ever comes "
                                + "(say how many come: traffic: { u: { usual: 5/s } })");
    }

    @Test
    void aClaimAboutCrashesWhereNothingCanCrashIsOdd() {
        Claim upright = UPRIGHT.about("web");
        assertThat(Odd.in(Odd.sound().gate("upright", upright)))
                .containsExactly(new Caution(
                        Caution.Kind.CRASH_IMPOSSIBLE,
                        "gates.upright",
                        "no component can crash, so the claim holds whatever happens",
                        "give servers a memory, such as memory: { heap: 4 GiB, per-request: 10 MiB }"));
        assertThat(Odd.in(Odd.sound()
                        .component(
                                "spare",
                                ServerSpec.of(20, Odd.millis(20))
                                        .memory(new MemorySpec(Bytes.mebi(1000), Bytes.mebi(1)))
                                        .build())
                        .gate("upright", upright)))
                .as("something can")
                .isEmpty();
    }

    private static ScenarioBuilder ordering() {
        UsersSpec plain = Odd.users("web", Duration.ofSeconds(10));
        UsersSpec users = new UsersSpec(
                "web",
                plain.visit()
                        .asking(Map.of(
                                "order", RequestSpec.of(40), "browse", new RequestSpec(Percent.of(60), "spare"))),
                plain.patience(),
                plain.afterFailure(),
                plain.link());
        return Odd.sound()
                .request("order")
                .request("browse")
                .users("shoppers", users)
                .component("spare", SPARE);
    }

    @Test
    void aClaimAboutAClassOfRequestsIsAboutThoseWhoSendIt() {
        Claim orders =
                Claim.of(Measure.SUCCESS, Comparison.ABOVE, Limit.of(0.9)).about("order");
        assertThat(Odd.in(ordering().gate("orders", orders))).isEmpty();
        UsersSpec nobody = new UsersSpec(
                "web",
                Worlds.onePage("web").visit().asking(Map.of("rare", RequestSpec.of(100))),
                Duration.ofSeconds(10),
                Worlds.habits(0, 0),
                LinkSpec.NONE);
        assertThat(Odd.in(ordering().request("rare").users("others", nobody).gate("rare", orders.about("rare"))))
                .extracting(Caution::toString)
                .containsExactly(
                        "gates.rare.subject: nobody who sends 'rare' comes, so there is nothing to claim "
                                + "(give users who send it traffic)",
                        "users.others: 'others' has no traffic, so none of these users ever comes "
                                + "(say how many come: traffic: { others: { usual: 5/s } })");
    }

    @Test
    void aClassOfRequestsEntersWhereItSaysAndTakesItsOwnCalls() {
        assertThat(Odd.in(ordering().gate("upright", UPRIGHT))).isEmpty();
        assertThat(Odd.in(ordering()
                        .component("web", Odd.web(CallSpec.plain().forRequests("order")))
                        .gate("db", UPRIGHT.about("db"))))
                .isEmpty();
        assertThat(Odd.kinds(ordering()
                        .component("web", Odd.web(CallSpec.plain().forRequests("browse")))
                        .gate("db", UPRIGHT.about("db"))))
                .as("browse goes to spare, which calls nothing")
                .contains("CLAIM_WITHOUT_TRAFFIC gates.db.subject");
    }
}
