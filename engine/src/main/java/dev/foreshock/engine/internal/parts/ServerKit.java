package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Plan;
import dev.foreshock.engine.spi.Workbench;
import org.jspecify.annotations.Nullable;

/** What all replicas of a server share: its description, the jobs in it, the plan of its calls, its law of work. */
final class ServerKit {
    final ServerSpec spec;
    final Workbench bench;
    final Jobs jobs = new Jobs();
    final Plan plan;
    final Meter meter;
    final int[] busy = new int[1];
    final int[] waiting = new int[1];
    private final boolean old;
    private final TimeSampler work;
    private final long workStream;
    private final long pageStream;
    private long workers;

    ServerKit(ServerSpec spec, Workbench bench, Caller caller) {
        this.spec = spec;
        this.bench = bench;
        workers = (long) spec.workers() * spec.replicas();
        meter = new Meter(workers);
        old = bench.semantics() == Semantics.V2026_1;
        plan = bench.plan(spec.calls(), caller);
        work = spec.work().sampler();
        workStream = bench.stream("work");
        pageStream = bench.stream("page");
    }

    /** Returns an empty page cache for a replica, or null if the description has none. */
    @Nullable
    PageCache newCache() {
        PageCacheSpec cache = spec.pageCache();
        return cache == null
                ? null
                : new PageCache(
                        cache.cacheable().share(),
                        cache.pages(),
                        cache.popularity(),
                        cache.ttl().toNanos());
    }

    /** Notes that {@code more} workers came to a replica or, where negative, left it. */
    void resized(int more, boolean up, long now) {
        if (up || old) {
            workers += more;
            meter.workers(workers, now);
        }
    }

    /** Notes that a replica with {@code its} workers came up or went down. */
    void turned(boolean up, int its, long now) {
        if (!old) {
            workers += up ? its : -its;
            meter.workers(workers, now);
        }
    }

    /** Draws the work of a job at full speed, in nanoseconds. */
    long workNanos(int job) {
        return work.nextNanos(bench.random().at(workStream, bench.calls().key(jobs.call[job])));
    }

    /** Draws the random number that decides which page a job asks for. */
    double pageDraw(int job) {
        int call = jobs.call[job];
        long key = old ? bench.calls().key(call) : bench.calls().wish(call);
        return bench.random().at(pageStream, key).nextDouble();
    }

    /** Names a replica for the journal: the server alone if it has just one. */
    String nameOf(int replica) {
        return spec.replicas() == 1
                ? bench.name()
                : bench.name() + " (replica " + (replica + 1) + " of " + spec.replicas() + ")";
    }
}
