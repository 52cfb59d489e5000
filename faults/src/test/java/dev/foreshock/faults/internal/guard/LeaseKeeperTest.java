package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.guard.Assignment;
import dev.foreshock.faults.undo.MemoryServer;
import dev.foreshock.faults.undo.MemoryServer.Fate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
    private final MemoryServer server = new MemoryServer(Bench.A);
    private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
    private long left = 10 * Bench.SECOND;

    private LeaseKeeper keeper(long leaseNanos) {
        return new LeaseKeeper(
                new Assignment(
                        "r1",
                        "t",
                        "hash",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(Bench.A),
                        leaseNanos,
                        Bench.SECOND,
                        LeaseTerms.ALL),
                address -> server,
                () -> left,
                lost::add);
    }

    @Test
    void aLeaseIsRenewedForWhatIsLeftOfTheGuardsOwn() {
        LeaseKeeper keeper = keeper(10 * Bench.SECOND);
        assertThat(keeper.renewed(Bench.A, "l")).isEmpty();
        left = 4 * Bench.SECOND;
        assertThat(keeper.renewed(Bench.A, "l")).isEmpty();
        left = 0;
        assertThat(keeper.renewed(Bench.A, "l")).isEmpty();
        assertThat(server.calls()).containsExactly("renew l for 10 s", "renew l for 4 s");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotTheEndButARefusalIs() {
        LeaseKeeper keeper = keeper(10 * Bench.SECOND);
        server.have(call -> Fate.LOST);
        assertThat(keeper.renewed(Bench.A, "l")).isEmpty();
        server.have(call -> Fate.NOT_SENT);
        assertThat(keeper.renewed(Bench.A, "l")).isEmpty();
        server.have(call -> Fate.REFUSED);
        assertThat(keeper.renewed(Bench.A, "l")).hasValue("the lease of the run is over: a:1 said no");
    }

    @Test
    void whoeverKeepsALeaseHearsThatItIsOver() throws Exception {
        server.have(call -> server.calls().size() < 3 ? Fate.DONE : Fate.REFUSED);
        LeaseKeeper keeper = keeper(TimeUnit.MILLISECONDS.toNanos(10));
        keeper.keep(Bench.A, "l");
        assertThat(lost.poll(60, TimeUnit.SECONDS)).contains("is over");
        assertThat(server.calls()).hasSize(4);
        keeper.release();
    }

    @Test
    void aServerThatDoesNotAnswerForAWholeLeaseIsLost() throws Exception {
        server.have(call -> Fate.NOT_SENT);
        LeaseKeeper keeper = keeper(TimeUnit.MILLISECONDS.toNanos(50));
        keeper.keep(Bench.A, "l");
        assertThat(lost.poll(60, TimeUnit.SECONDS)).startsWith("a:1 has not answered for the 50 ms of the lease: ");
        keeper.release();
    }
}
