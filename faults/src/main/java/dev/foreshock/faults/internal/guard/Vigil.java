package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again whether what a run has made on servers without leases still stands there. A server that is lost, or a change that
 * somebody else took away, ends the run: it would go on to prove nothing, and what stands elsewhere would stand in vain.
 */
final class Vigil {
    private static final int LOOKS_PER_LEASE = 10;

    private final long leaseNanos;
    private final Duration patience;
    private final Reach reach;
    private final Consumer<String> lost;
    private final Silences silences;
    private final Map<String, Set<Change.OnServer>> standing = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * Creates one that looks at nothing yet.
     *
     * @param callNanos how long a look may take
     * @param lost is told why the run must end
     */
    Vigil(long leaseNanos, long callNanos, Reach reach, Silences silences, Consumer<String> lost) {
        this.leaseNanos = leaseNanos;
        this.patience = Duration.ofNanos(Math.min(leaseNanos, callNanos));
        this.reach = reach;
        this.silences = silences;
        this.lost = lost;
    }

    void watch(Change.OnServer change) {
        boolean isFirst = !standing.containsKey(change.server());
        standing.computeIfAbsent(change.server(), server -> ConcurrentHashMap.newKeySet())
                .add(change);
        if (isFirst) {
            Thread thread = new Thread(() -> looks(change.server()), "foreshock-vigil-" + change.server());
            thread.setDaemon(true);
            thread.start();
        }
    }

    void forget(Change.OnServer change) {
        Set<Change.OnServer> there = standing.get(change.server());
        if (there != null) {
            there.remove(change);
        }
    }

    void release() {
        released.countDown();
    }

    private void looks(String server) {
        try {
            while (!released.await(leaseNanos / LOOKS_PER_LEASE, TimeUnit.NANOSECONDS)) {
                Optional<String> problem = look(server);
                if (problem.isPresent() && released.getCount() > 0) {
                    lost.accept(problem.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            lost.accept("interrupted");
        }
    }

    /** Looks once; returns what is wrong. */
    Optional<String> look(String server) {
        Set<Change.OnServer> there = standing.getOrDefault(server, Set.of());
        Set<Change.OnServer> before = Set.copyOf(there);
        Map<String, ProxyState> proxies;
        try {
            proxies = reach.server(server).within(patience).proxies();
        } catch (ControlException e) {
            return silences.unanswered(server, e);
        }
        silences.answered(server);
        // What was undone while the server was asked is rightly gone.
        return before.stream()
                .filter(there::contains)
                .filter(change -> !stands(change, proxies.get(change.proxy())))
                .findFirst()
                .map(change -> gone(change) + ": somebody else undid it");
    }

    private static boolean stands(Change.OnServer change, @Nullable ProxyState proxy) {
        if (proxy == null) {
            return false;
        } else if (change instanceof Change.AddToxic added) {
            return proxy.toxics().stream()
                    .anyMatch(toxic -> toxic.name().equals(added.toxic().name()));
        } else if (change instanceof Change.Fence fence) {
            return Change.Fence.isOf(fence.run(), proxy);
        }
        return !proxy.enabled();
    }

    private static String gone(Change.OnServer change) {
        if (change instanceof Change.AddToxic added) {
            return "toxic '" + added.toxic().name() + "' is gone from proxy '" + added.proxy() + "' of "
                    + added.server();
        } else if (change instanceof Change.Fence fence) {
            return "the fence of the run is gone from " + fence.server();
        }
        return "proxy '" + change.proxy() + "' of " + change.server() + " is enabled again";
    }
}
