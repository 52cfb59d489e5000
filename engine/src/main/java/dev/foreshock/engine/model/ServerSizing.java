package dev.foreshock.engine.model;

import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The size of a server: of all its replicas together. */
record ServerSizing(ServerSpec spec) implements Sizing {
    @Override
    public double slots() {
        return (double) spec.workers() * spec.replicas();
    }

    @Override
    public Duration work() {
        return spec.work().mean();
    }

    @Override
    public Duration workFor(String request) {
        return spec.workFor().getOrDefault(request, spec.work()).mean();
    }

    /** Returns the share of requests that no page cache can answer: it is taken to hold every page. */
    @Override
    public double passesOn() {
        PageCacheSpec cache = spec.pageCache();
        return cache == null ? 1 : 1 - cache.cacheable().share();
    }

    @Override
    public @Nullable AdmissionSpec admits() {
        AdmissionSpec admit = spec.admit();
        return admit == null
                ? null
                : new AdmissionSpec(new Rate(admit.perSecond(spec.replicas())), admit.by(), admit.burst());
    }

    /** A server that runs out of memory crashes: that is no shedding. */
    @Override
    public boolean sheds() {
        return spec.queue() != null || spec.admit() != null;
    }

    @Override
    public String wayToShed() {
        return "limit its 'queue', or add 'admit'";
    }

    @Override
    public double mostInside() {
        Integer queue = spec.queue();
        MemorySpec memory = spec.memory();
        double byQueue = queue == null ? Double.POSITIVE_INFINITY : (double) spec.workers() + queue;
        double byMemory = memory == null
                ? Double.POSITIVE_INFINITY
                : Math.floor(
                        (double) memory.heap().count() / memory.perRequest().count());
        return spec.replicas() * Math.min(byQueue, byMemory);
    }
}
