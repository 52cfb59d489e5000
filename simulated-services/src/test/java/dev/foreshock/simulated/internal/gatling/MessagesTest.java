package dev.foreshock.simulated.internal.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.result.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as Gatling 3.15.1 wrote them. */
class MessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "OK;true;''",
                "ERROR;false;header(foreshock-outcome).find.transformOption.is(ok), found error",
                "SHED;false;header(foreshock-outcome).find.transformOption.is(ok), found shed",
                "REFUSED;false;header(foreshock-outcome).find.transformOption.is(ok), found refused",
                "TIMED_OUT;false;Request timeout to 127.0.0.1/127.0.0.1:44635 after 300 ms",
                "REFUSED;false;j.n.ConnectException: finishConnect(..) failed with error(-111): Connection refused",
                "RESET;false;i.g.h.c.i.PrematureCloseException: Premature close",
                "ERROR;false;status.find.lessThan(400), 500 is not less than 400",
                "REFUSED;false;status.find.lessThan(400), 503 is not less than 400"
            })
    void aMessageSaysHowARequestEnded(Outcome outcome, boolean ok, String message) {
        assertThat(Messages.outcome(ok, message)).isEqualTo(outcome);
    }
}
