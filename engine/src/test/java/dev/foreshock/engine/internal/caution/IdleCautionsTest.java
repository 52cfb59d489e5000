package dev.foreshock.engine.internal.caution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.model.ServerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleCautionsTest {
    private static final String WEB = "SETTING_WITHOUT_EFFECT system.components.web.";

    private static ServerSpec.Builder server() {
        return ServerSpec.of(20, Odd.millis(20));
    }

    private static List<String> odd(ServerSpec.Builder web) {
        return Odd.kinds(Odd.sound().component("web", web.build()));
    }

    @Test
    void aServerThatCallsNothingHasNothingToLetGoOfItsWorkersFor() {
        assertThat(Odd.in(Odd.sound().component("web", server().nonBlocking().build())))
                .containsExactly(new Caution(
                        Caution.Kind.SETTING_WITHOUT_EFFECT,
                        "system.components.web.blocking",
                        "'blocking' of 'web' has no effect: it makes no calls whose answers a worker could wait for",
                        "leave 'blocking' out, or give it the calls that it makes: calls: { NAME: { timeout: 1s } }"));
        assertThat(odd(server().nonBlocking().call("db", CallSpec.plain()))).isEmpty();
        assertThat(odd(server())).as("to block is the default").isEmpty();
    }

    @Test
    void workersThatAreSharedWaitForNobodyWhateverIsSaid() {
        ServerSpec.Builder shared =
                server().call("db", CallSpec.plain()).discipline(DisciplineSpec.of(Order.PROCESSOR_SHARING));
        assertThat(odd(shared)).isEmpty();
        assertThat(odd(shared.nonBlocking())).containsExactly(WEB + "blocking");
    }

    @Test
    void whoInterruptsNeedsARankAndOnlyAdaptiveOrdersAskHowLongAQueueStands() {
        assertThat(odd(server().discipline(DisciplineSpec.FIFO.ranked(Map.of(), true))))
                .containsExactly(WEB + "discipline.preemptive");
        DisciplineSpec standing = new DisciplineSpec(Order.LIFO, Duration.ofSeconds(1), Map.of(), false);
        assertThat(odd(server().discipline(standing))).containsExactly(WEB + "discipline.standing");
        assertThat(odd(server().discipline(
                                new DisciplineSpec(Order.ADAPTIVE_LIFO, Duration.ofSeconds(1), Map.of(), false))))
                .isEmpty();
    }
}
