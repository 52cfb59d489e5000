package dev.foreshock.engine.model;

import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The size of a server: of all its replicas together. */
record ServerSizing(ServerSpec spec) implements Sizing {
    /** Returns the workers of the replicas that are up in the mean. */
    @Override
    public double slots() {
        BreakdownSpec breakdowns = spec.breakdowns();
        double all = (double) spec.workers() * spec.replicas();
        return breakdowns == null ? all : all * breakdowns.availability(spec.replicas());
    }

    @Override
    public int replicas() {
        return spec.replicas();
    }

    @Override
    public Duration work() {
        return alone(spec.work());
    }

    @Override
    public Duration workFor(String request) {
        return alone(spec.workFor().getOrDefault(request, spec.work()));
    }

    /** Returns the work for a request that is alone: others in flight make it more. */
    private Duration alone(TimeLaw law) {
        return law.mean().plus(spec.contention());
    }

    /** Returns the share of requests that do not fail and that no page cache can answer: it is taken to hold every page. */
    @Override
    public double passesOn() {
        PageCacheSpec cache = spec.pageCache();
        double succeeds = 1 - spec.fails().share();
        return cache == null ? succeeds : succeeds * (1 - cache.cacheable().share());
    }

    @Override
    public boolean holdsOnToCalls() {
        return spec.blocking() && spec.discipline().order() != Order.PROCESSOR_SHARING;
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
        return spec.queue() != null || spec.admit() != null || spec.patience() != null || spec.codel() != null;
    }

    @Override
    public String wayToShed() {
        return "limit its 'queue', or add 'admit'";
    }

    @Override
    public double mostInside() {
        Integer queue = spec.queue();
        MemorySpec memory = spec.memory();
        // Where no worker waits, requests that wait for calls are neither at work nor in the queue.
        double byQueue = queue == null || (!holdsOnToCalls() && !spec.calls().isEmpty())
                ? Double.POSITIVE_INFINITY
                : (double) spec.workers() + queue;
        double byMemory = memory == null
                ? Double.POSITIVE_INFINITY
                : Math.floor(
                        (double) memory.heap().count() / memory.perRequest().count());
        return spec.replicas() * Math.min(byQueue, byMemory);
    }
}
