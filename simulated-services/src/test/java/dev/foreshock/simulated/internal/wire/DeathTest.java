package dev.foreshock.simulated.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathTest {
    @ParameterizedTest
    @CsvSource({
        "0,   exit status 0",
        "127, exit status 127",
        "134, exit status 134 (by SIGABRT)",
        "137, exit status 137 (by SIGKILL)",
        "143, exit status 143 (by SIGTERM)",
        "255, exit status 255"
    })
    void aStatusIsToldAsAShellTellsItWithTheSignalThatItStandsFor(int status, String how) {
        assertThat(Death.of("it", status, "\n \n").how()).isEqualTo(how);
    }

    @Test
    void whereNobodyKnowsTheStatusNothingIsTold() {
        assertThat(Death.of("it", null, "words").how()).isEmpty();
    }

    /** Others may write anything, also what would move the cursor of a terminal. */
    @Test
    void theEndOfWhatWasSaidIsFiveLinesThatCanBeShown() {
        String said = "1\n2\n\n3\n4\n5\n\u001b[2J6\n" + "x".repeat(300) + "\n";
        assertThat(Death.of("it", 1, said).how())
                .isEqualTo("exit status 1; the end of what it said:\n    3\n    4\n    5\n    \ufffd[2J6\n    "
                        + "x".repeat(200) + " ...");
    }

    @Test
    void itIsReadAsItWasWritten() {
        Death[] deaths = {new Death("Redis (with the pages of cache)", "exit status 1;\n    a line"), new Death("b", "")
        };
        assertThat(Json.read(Json.bytes(deaths), Death[].class)).containsExactly(deaths);
    }
}
