package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import org.junit.jupiter.api.Test;

class RetryCautionsTest {
    private static CallSpec retrying(int attempts) {
        return CallSpec.plain().retrying(RetrySpec.of(attempts));
    }

    private static CallSpec budgeted(int attempts) {
        return CallSpec.plain().retrying(RetrySpec.of(attempts).budgeted(Percent.of(20)));
    }

    private static ScenarioBuilder twoTiers(CallSpec web, CallSpec db) {
        return Odd.sound()
                .users("shoppers", Odd.users("edge", java.time.Duration.ofSeconds(10)))
                .component(
                        "edge",
                        ServerSpec.of(50, Odd.millis(1)).call("web", web).build())
                .component("web", Odd.web(db));
    }

    @Test
    void retriesWithoutABudgetAreFoundWithTheirAmplification() {
        assertThat(Odd.in(Odd.sound().component("web", Odd.web(retrying(3)))))
                .containsExactly(new Caution(
                        Caution.Kind.RETRIES_WITHOUT_BUDGET,
                        "system.components.web.calls.db.retries",
                        "retries have no budget: while 'db' fails, each call of it becomes up to 4 attempts",
                        "for example retries: { attempts: 3, budget: 20% }"));
    }

    @Test
    void theAmplificationMultipliesFromTierToTier() {
        assertThat(Odd.in(twoTiers(retrying(4), retrying(4))))
                .extracting(Caution::message)
                .containsExactly(
                        "retries have no budget: while 'web' fails, each call of it becomes up to 5 attempts",
                        "retries have no budget: while 'db' fails, each call of it becomes up to 25 attempts, "
                                + "those that its callers repeat included");
    }

    @Test
    void aBudgetAboveKeepsTheAmplificationBelow() {
        assertThat(Odd.in(twoTiers(budgeted(3), retrying(3))))
                .singleElement()
                .satisfies(caution -> assertThat(caution.message()).contains("becomes up to 4.8 attempts,"));
        assertThat(Odd.in(twoTiers(budgeted(3), budgeted(3)))).isEmpty();
    }

    @Test
    void aQueueDeliversAgainAndAgain() {
        assertThat(Odd.in(Odd.sound()
                        .component(
                                "web",
                                ServerSpec.of(20, Odd.millis(20))
                                        .call("jobs", CallSpec.plain())
                                        .build())
                        .component("jobs", QueueSpec.of(20, Odd.millis(1)).call("db", retrying(1)))))
                .singleElement()
                .satisfies(caution -> assertThat(caution.message()).contains("becomes up to 8 attempts,"));
    }
}
