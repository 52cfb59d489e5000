package dev.foreshock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BreakdownSpec.Work;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerSizingTest {
    private static ServerSpec.Builder server() {
        return ServerSpec.of(4, new Exponential(Duration.ofMillis(30)));
    }

    @Test
    void workersOfBrokenReplicasDoNotServe() {
        BreakdownSpec breakdowns =
                BreakdownSpec.of(new Fixed(Duration.ofHours(9)), new Exponential(Duration.ofHours(1)), Work.KEPT);
        assertThat(server().replicas(5).breakdowns(breakdowns).build().sizing().slots())
                .isCloseTo(18, within(1e-9));
    }

    @Test
    void sharedWorkersDoNotHoldOnToCalls() {
        ServerSpec.Builder calling = server().queue(10).call("db", CallSpec.plain());
        assertThat(calling.build().sizing().holdsOnToCalls()).isTrue();
        assertThat(calling.build().sizing().mostInside()).isEqualTo(14);
        Sizing shared = calling.discipline(DisciplineSpec.of(Order.PROCESSOR_SHARING))
                .build()
                .sizing();
        assertThat(shared.holdsOnToCalls()).isFalse();
        assertThat(shared.mostInside()).isInfinite();
    }

    @Test
    void workersThatDoNotBlockDoNotHoldOnToCallsEither() {
        Sizing free = server().queue(10)
                .call("db", CallSpec.plain())
                .nonBlocking()
                .build()
                .sizing();
        assertThat(free.holdsOnToCalls()).isFalse();
        assertThat(free.mostInside()).isInfinite();
    }

    @Test
    void impatienceAndControlledDelayShedLoad() {
        assertThat(server().build().sizing().sheds()).isFalse();
        assertThat(server().patience(new Fixed(Duration.ofSeconds(1)))
                        .build()
                        .sizing()
                        .sheds())
                .isTrue();
        assertThat(server().codel(CodelSpec.USUAL).build().sizing().sheds()).isTrue();
    }

    @Test
    void whatFailsIsNotPassedOnAndWhatIsAloneContendsWithItself() {
        Sizing size = server().fails(Percent.of(20))
                .contention(Duration.ofMillis(2))
                .build()
                .sizing();
        assertThat(size.passesOn()).isEqualTo(0.8);
        assertThat(size.work()).isEqualTo(Duration.ofMillis(32));
    }
}
