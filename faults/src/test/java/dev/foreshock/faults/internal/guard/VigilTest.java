package dev.foreshock.faults.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import dev.foreshock.faults.undo.MemoryServer.Fate;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Change.AddToxic TOXIC = new Change.AddToxic(Bench.A, "db", Bench.toxic(0));
    private static final Change.Disable OFF = new Change.Disable(Bench.A, "other");
    private static final Change.Fence FENCE = new Change.Fence(Bench.A, "r1");

    private final MemoryServer server =
            new MemoryServer(Bench.A, MemoryServer.proxy("db"), MemoryServer.proxy("other"));
    private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
    private long now = 1000;

    private Vigil vigil(long leaseNanos) {
        return new Vigil(leaseNanos, Bench.SECOND, address -> server, new Silences(leaseNanos, () -> now), lost::add);
    }

    private Vigil over(Change.OnServer... changes) throws Exception {
        Vigil vigil = vigil(3600 * Bench.SECOND);
        for (Change.OnServer change : changes) {
            change.apply(server);
            vigil.watch(change);
        }
        return vigil;
    }

    private void without(String proxy) {
        SortedMap<String, ProxyState> state = server.state();
        state.remove(proxy);
        server.become(state);
    }

    @Test
    void whatStandsIsFound() throws Exception {
        Vigil vigil = over(FENCE, TOXIC, OFF);
        assertThat(vigil.look(Bench.A)).isEmpty();
        vigil.release();
    }

    @Test
    void whatSomebodyElseTookAwayEndsTheRun() throws Exception {
        Vigil vigil = over(FENCE, TOXIC, OFF);
        server.removeToxic("db", TOXIC.toxic().name());
        assertThat(vigil.look(Bench.A))
                .hasValue("toxic 'foreshock-r1-0' is gone from proxy 'db' of a:1: somebody else undid it");
        vigil.forget(TOXIC);
        assertThat(vigil.look(Bench.A))
                .as("what was undone by the guard may be gone")
                .isEmpty();
        server.setEnabled("other", true);
        assertThat(vigil.look(Bench.A)).hasValue("proxy 'other' of a:1 is enabled again: somebody else undid it");
        vigil.forget(OFF);
        without(Change.FENCE);
        assertThat(vigil.look(Bench.A)).hasValue("the fence of the run is gone from a:1: somebody else undid it");
        vigil.release();
    }

    @Test
    void theFenceOfAnotherRunIsNotOurs() throws Exception {
        Vigil vigil = over(FENCE);
        without(Change.FENCE);
        new Change.Fence(Bench.A, "r2").apply(server);
        assertThat(vigil.look(Bench.A)).isPresent();
        vigil.release();
    }

    @Test
    void aServerThatIsSilentForALeaseIsLost() throws Exception {
        Vigil vigil = over(TOXIC);
        long lease = 3600 * Bench.SECOND;
        server.have(call -> Fate.NOT_SENT);
        assertThat(vigil.look(Bench.A)).isEmpty();
        now += lease - 1;
        assertThat(vigil.look(Bench.A)).isEmpty();
        now += 1;
        assertThat(vigil.look(Bench.A).orElse("")).startsWith("a:1 has not answered for the 3600000 ms of the lease: ");
        server.have(call -> Fate.DONE);
        assertThat(vigil.look(Bench.A)).isEmpty();
        server.have(call -> Fate.LOST);
        assertThat(vigil.look(Bench.A)).as("its silence begins anew").isEmpty();
        vigil.release();
    }

    @Test
    void whoeverWatchesHearsOfItWithoutAsking() throws Exception {
        Vigil vigil = vigil(TimeUnit.MILLISECONDS.toNanos(20));
        TOXIC.apply(server);
        vigil.watch(TOXIC);
        server.removeToxic("db", TOXIC.toxic().name());
        assertThat(lost.poll(60, TimeUnit.SECONDS)).contains("is gone from proxy 'db'");
        vigil.release();
        assertThat(List.copyOf(lost)).isEmpty();
    }
}
