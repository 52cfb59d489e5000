package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.RetrySpec.Jitter;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeoutCautionsTest {
    private static CallSpec within(int seconds) {
        return CallSpec.plain().within(Duration.ofSeconds(seconds));
    }

    private static RetrySpec retries(int attempts) {
        return new RetrySpec(attempts, Duration.ofMillis(500), 2, Duration.ofSeconds(20), Jitter.FULL, Percent.of(20));
    }

    private static ServerSpec edge(CallSpec web) {
        return ServerSpec.of(50, Odd.millis(1)).call("web", web).build();
    }

    @Test
    void aScenarioWithNothingOddIsLeftAlone() {
        assertThat(Odd.in(Odd.sound())).isEmpty();
    }

    @Test
    void aTimeoutLongerThanTheUsersPatienceIsFound() {
        List<Caution> found = Odd.in(Odd.sound().component("web", Odd.web(within(15))));
        assertThat(found)
                .containsExactly(new Caution(
                        Caution.Kind.TIMEOUT_BEYOND_CALLER,
                        "system.components.web.calls.db.timeout",
                        "'web' waits up to 15s for 'db', but whoever waits for 'web' gives up after 10s",
                        "a timeout below 10s leaves time to answer",
                        "users.shoppers.patience",
                        "'shoppers' waits 10s for a page"));
        assertThat(Odd.in(Odd.sound().component("web", Odd.web(within(10))))).isEmpty();
    }

    @Test
    void aTimeoutLongerThanThatOfACallAboveIsFoundThroughABalancer() {
        List<Caution> found = Odd.in(Odd.sound()
                .users("shoppers", Odd.users("edge", Duration.ofSeconds(10)))
                .component(
                        "edge",
                        ServerSpec.of(50, Odd.millis(1))
                                .call("front", within(2))
                                .build())
                .component("front", BalancerSpec.atOnce(Map.of("web", Percent.HUNDRED)))
                .component("web", Odd.web(within(5))));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).otherPath()).isEqualTo("system.components.edge.calls.front.timeout");
        assertThat(found.get(0).otherMessage()).isEqualTo("'edge' waits 2s for 'front'");
    }

    @Test
    void theTimeOfTheCallsBeforeCounts() {
        ServerSpec web = ServerSpec.of(20, Odd.millis(20))
                .call("auth", within(4))
                .call("db", within(3).retrying(retries(1)).after("auth"))
                .build();
        ScenarioBuilder late =
                Odd.sound().component("auth", Odd.web(CallSpec.plain())).component("web", web);

        assertThat(Odd.in(late)).singleElement().satisfies(caution -> {
            assertThat(caution.kind()).isEqualTo(Caution.Kind.RETRIES_BEYOND_CALLER);
            assertThat(caution.message())
                    .startsWith(
                            "2 attempts of 3s with 500ms between them, after up to 4s for the calls before it, may take 10s500ms");
        });
        assertThat(Odd.in(late.component(
                        "web",
                        ServerSpec.of(20, Odd.millis(20))
                                .call("auth", within(4))
                                .call("db", within(3).retrying(retries(1)))
                                .build())))
                .as("at the same time")
                .isEmpty();
    }

    @Test
    void aSystemWithoutUsersIsHeldAgainstItsOwnTimeouts() {
        ScenarioBuilder alone = Scenario.named("alone", Worlds.from9(Duration.ofHours(1)))
                .component("edge", edge(within(2)))
                .component("web", Odd.web(within(1).retrying(retries(2))))
                .component("db", DatabaseSpec.of(10, Odd.millis(20)));

        assertThat(Odd.kinds(alone)).containsExactly("RETRIES_BEYOND_CALLER system.components.web.calls.db.retries");
    }

    @Test
    void oneChainThatWaitsLongEnoughIsReasonEnough() {
        assertThat(Odd.in(Odd.sound()
                        .users("mobile", Odd.users("edge", Duration.ofSeconds(10)))
                        .traffic("mobile", "usual", new Constant(Rate.perSecond(1)))
                        .component("edge", edge(within(2)))
                        .component("web", Odd.web(within(5)))))
                .isEmpty();
    }

    @Test
    void attemptsAndPausesCountTogether() {
        CallSpec thrice = within(3).retrying(retries(2));
        assertThat(Odd.in(Odd.sound().component("web", Odd.web(thrice))))
                .singleElement()
                .satisfies(caution -> {
                    assertThat(caution.kind()).isEqualTo(Caution.Kind.RETRIES_BEYOND_CALLER);
                    assertThat(caution.path()).isEqualTo("system.components.web.calls.db.retries");
                    assertThat(caution.message())
                            .isEqualTo("3 attempts of 3s with 1s500ms between them may take 10s500ms, "
                                    + "but whoever waits for 'web' gives up after 10s");
                });
        assertThat(Odd.in(Odd.sound().component("web", Odd.web(within(2).retrying(retries(2))))))
                .isEmpty();
    }

    @Test
    void nobodyWaitsForTheConsumersOfAQueue() {
        assertThat(Odd.in(Odd.sound()
                        .component(
                                "web",
                                ServerSpec.of(20, Odd.millis(20))
                                        .call("jobs", within(1))
                                        .build())
                        .component("jobs", QueueSpec.of(20, Odd.millis(1)).call("db", within(60)))))
                .isEmpty();
    }

    @Test
    void aChainOfThousandsOfComponentsIsNoTrouble() {
        var builder = Odd.sound().users("shoppers", Odd.users("c0", Duration.ofSeconds(10)));
        int length = 5_000;
        for (int i = 0; i < length; i++) {
            builder.component(
                    "c" + i,
                    ServerSpec.of(50, Odd.millis(0))
                            .call(i == length - 1 ? "web" : "c" + (i + 1), CallSpec.plain())
                            .build());
        }
        assertThat(Odd.kinds(builder.component("web", Odd.web(within(11)))))
                .containsExactly("TIMEOUT_BEYOND_CALLER system.components.web.calls.db.timeout");
    }
}
