package dev.foreshock.faults.internal.toxiproxy.standby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.ToxiproxyOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the processes of a server tell each other. */
class ChainTest {
    private static Optional<String> heard(String text) {
        return Orders.untilDeath(new BufferedReader(new StringReader(text)));
    }

    @Test
    void aServerThatIsClosedEndsInOrderAndIsNotKilled() {
        Chain chain = Chain.start(ToxiproxyOptions.seeded(1).onPort(0), "[]");
        chain.close();
        assertThat(chain.exitValue()).isZero();
    }

    @Test
    void aSignalThatReachesTheServerTooDoesNotEndItBeforeItsOwnerDoes() throws Exception {
        Chain chain = Chain.start(ToxiproxyOptions.seeded(1).onPort(0), "[]");
        interrupt(chain.serving().pid());
        interrupt(chain.standby().pid());
        // It is told of the signal by now, and answers: an answer takes longer than a signal.
        assertThat(chain.serving().isAlive()).isTrue();
        new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), chain.port()).close();
        chain.close();
        assertThat(chain.serving().isAlive()).isFalse();
    }

    private static void interrupt(long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + pid).start();
        assertThat(kill.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStandbyTakesOverWithTheProxiesThatItHeardLastUnlessItHeardGoodbye() {
        assertThat(heard("[]\n[{\"name\":\"a\"}]\n")).contains("[{\"name\":\"a\"}]");
        assertThat(heard("[{\"name\":\"a\"}]\nbye\n")).isEmpty();
        assertThat(heard("")).contains("[]");
    }

    @Test
    void aLineInWhichTheServerDiedIsPassedOver() {
        assertThat(heard("[{\"name\":\"a\"}]\n[{\"name\":\"b\",\"listen\":\"[::1]"))
                .contains("[{\"name\":\"a\"}]");
    }
}
