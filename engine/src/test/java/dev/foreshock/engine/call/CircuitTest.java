package dev.foreshock.engine.call;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.internal.run.Lab;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.JournalEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final ServerSpec WEB = ServerSpec.of(10, new Fixed(Duration.ZERO))
            .call(
                    "db",
                    CallSpec.plain()
                            .breaking(CircuitBreakerSpec.half(10, Duration.ofSeconds(1))
                                    .trying(1)))
            .build();

    @Test
    void nothingIsSentWhileItIsOpenAndOneTriesAfterwards() {
        Stub db = Stub.atOnce(ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, ERROR, OK);
        Lab lab = Lab.of("web", WEB, "db", db);
        for (int i = 0; i < 100; i++) {
            lab.call(50 * i, "web");
        }
        lab.run();
        assertThat(db.log().arrivals.subList(9, 13))
                .as("the tenth, the trial that fails, the one that goes well, the next")
                .containsExactly(450.0, 1450.0, 2450.0, 2500.0);
        assertThat(lab.journal().entries())
                .extracting(JournalEntry::text)
                .containsExactly(
                        "web (replica 1) stops calling db: at least 50% of its last 10 calls failed",
                        "web (replica 1) stops calling db again: at least 50% of its trials failed",
                        "web (replica 1) calls db again: its trials went well");
        assertThat(lab.tally("db").arrivals()).isEqualTo(10 + 1 + 51);
    }
}
