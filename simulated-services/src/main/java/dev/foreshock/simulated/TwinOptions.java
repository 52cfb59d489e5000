package dev.foreshock.simulated;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a twin is started.
 *
 * @param room the directory of its processes, in which {@code scenario.yaml} is what they play; null to have all services in this process
 * @param gatling how Gatling is started, which sends what users send; null where this process sends it
 */
public record TwinOptions(@Nullable Path room, @Nullable GatlingOptions gatling) {
    /** Returns options for services that share this process, as tests want them. */
    public static TwinOptions inThisProcess() {
        return new TwinOptions(null, null);
    }

    /** Returns options for a process per service. */
    public static TwinOptions processes(Path room) {
        return new TwinOptions(room, null);
    }

    /** Returns these options for users whose requests Gatling sends. */
    public TwinOptions by(GatlingOptions load) {
        return new TwinOptions(room, load);
    }
}
