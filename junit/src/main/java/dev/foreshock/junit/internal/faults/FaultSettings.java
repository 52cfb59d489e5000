package dev.foreshock.junit.internal.faults;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.faults.control.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field with real faults was told.
 *
 * @param server the server that is used, or null for one of the class's own
 * @param beyondLoopback whether it may be on another machine
 * @param proxies the proxies that tests may break, in order
 * @param longest how long a fault may stand
 * @param state where journals are, or null for the usual place
 * @param seed what the class's own server draws from
 * @param mayTouchNothing whether a fault that no traffic came to is none to complain of
 */
public record FaultSettings(
        @Nullable ServerAddress server,
        boolean beyondLoopback,
        List<Wanted> proxies,
        Duration longest,
        @Nullable Path state,
        long seed,
        boolean mayTouchNothing) {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * A proxy that tests may break.
     *
     * @param name its name
     * @param upstream where it leads, or null if it must be there already
     * @param listen where it listens
     */
    public record Wanted(String name, @Nullable String upstream, String listen) {}

    /** Checks the time and copies the list. */
    public FaultSettings {
        proxies = List.copyOf(proxies);
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("the longest time of a fault must be positive, but was " + longest);
        }
    }

    /** Returns the settings of a server, or of one of the class's own where that is null. */
    public static FaultSettings of(@Nullable ServerAddress server) {
        return new FaultSettings(server, false, List.of(), LONGEST, null, RunOptions.DEFAULT_SEED, false);
    }

    /** Returns the same with one more proxy. */
    public FaultSettings with(Wanted proxy) {
        if (proxies.stream().anyMatch(other -> other.name().equals(proxy.name()))) {
            throw new IllegalArgumentException("proxies must have different names, but two are called " + proxy.name());
        }
        List<Wanted> more = new ArrayList<>(proxies);
        more.add(proxy);
        return new FaultSettings(server, beyondLoopback, more, longest, state, seed, mayTouchNothing);
    }

    /** Returns the same for a server on any machine. */
    public FaultSettings anywhere() {
        return new FaultSettings(server, true, proxies, longest, state, seed, mayTouchNothing);
    }

    /** Returns the same with another time that a fault may stand. */
    public FaultSettings longest(Duration time) {
        return new FaultSettings(server, beyondLoopback, proxies, time, state, seed, mayTouchNothing);
    }

    /** Returns the same with journals elsewhere. */
    public FaultSettings state(Path directory) {
        return new FaultSettings(server, beyondLoopback, proxies, longest, directory, seed, mayTouchNothing);
    }

    /** Returns the same with other draws. */
    public FaultSettings seed(long value) {
        return new FaultSettings(server, beyondLoopback, proxies, longest, state, value, mayTouchNothing);
    }

    /** Returns the same for faults that no traffic may come to. */
    public FaultSettings touchingNothing() {
        return new FaultSettings(server, beyondLoopback, proxies, longest, state, seed, true);
    }
}
