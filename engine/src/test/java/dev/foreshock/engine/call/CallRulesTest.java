package dev.foreshock.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.describe.Inspector;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallRulesTest {
    private static List<String> problems(Object description) {
        return Inspector.inspect(description).stream().map(Object::toString).toList();
    }

    @Test
    void aHedgeMustComeBeforeTheTimeout() {
        CallSpec call = CallSpec.plain().hedged(HedgeSpec.after(Duration.ofMillis(100)));
        assertThat(problems(call)).isEmpty();
        assertThat(problems(call.within(Duration.ofMillis(101)))).isEmpty();
        assertThat(problems(call.within(Duration.ofMillis(100))))
                .singleElement()
                .asString()
                .startsWith("hedge.after: an attempt must be hedged before its timeout of 100ms, but was after 100ms");
    }

    @Test
    void aBudgetStartsWithNoMoreThanItsCap() {
        assertThat(problems(new RetryBudgetSpec(Percent.of(10), 5, 5, Scope.USER)))
                .isEmpty();
        assertThat(problems(new RetryBudgetSpec(Percent.of(10), 5, 6, Scope.USER)))
                .singleElement()
                .asString()
                .startsWith("start: a budget must not start with more than its cap of 5, but had 6");
    }

    @Test
    void replicasHaveNoWeights() {
        ServerSpec server = ServerSpec.of(1, new Fixed(Duration.ZERO))
                .choose(ChoiceSpec.WEIGHTED)
                .build();
        assertThat(problems(server))
                .singleElement()
                .asString()
                .startsWith("choose.by: replicas must be chosen as equals, but 'by' was weighted");
    }

    @Test
    void resolversChooseByWeightAlone() {
        BalancerSpec dns = BalancerSpec.dns(
                Map.of("a", Percent.HUNDRED), Duration.ofSeconds(60), Percent.ZERO, Duration.ofMinutes(30));
        assertThat(problems(dns)).isEmpty();
        assertThat(problems(dns.choosing(ChoiceSpec.bestOf(2))))
                .singleElement()
                .asString()
                .startsWith("choose: a choice for every call must not be left to dns");
    }
}
