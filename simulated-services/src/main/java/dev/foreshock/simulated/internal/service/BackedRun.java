package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.simulated.HopCost;
import dev.foreshock.simulated.internal.pace.Pace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A {@link Backing} in one run. */
public interface BackedRun extends AutoCloseable {
    /** Returns what the part asks. */
    Behind behind();

    /**
     * Counts what is to be counted once the run is over, before the part reports.
     *
     * @return what stood behind the component, for people, such as {@code pages in Redis 6.2}
     */
    CompletableFuture<String> finish(Pace<ComponentPart> pace);

    /** Returns what else it costs that is modelled, and shows in no call, by what is modelled; asked once it is finished. */
    default Map<String, HopCost> costs() {
        return Map.of();
    }

    /** Hears no more of it. */
    @Override
    void close();
}
