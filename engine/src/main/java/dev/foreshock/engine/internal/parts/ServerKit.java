package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.live.Pages;
import dev.foreshock.engine.model.BreakdownSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.policy.PageCache;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.spi.Caller;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Plan;
import dev.foreshock.engine.spi.Workbench;
import java.util.Arrays;
import java.util.Objects;
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
    final Scheduling scheduling;
    final Crews crews;
    final double contentionNanos;

    /** The law of the time after which a job leaves the queue; null if none leaves. */
    final @Nullable TimeSampler patience;

    /** Who looks for its pages in place of the cache; null if that does. */
    final @Nullable KeptPages kept;

    private final boolean old;
    private final boolean mayFail;
    private final double[] failShare;
    private final long failStream;
    private final long patienceStream;
    private final TimeSampler[] work;
    private final long workStream;
    private final long pageStream;
    private long workers;

    ServerKit(ServerSpec spec, Workbench bench, Caller caller, @Nullable Pages pages) {
        this.spec = spec;
        this.bench = bench;
        workers = (long) spec.workers() * spec.replicas();
        meter = new Meter(workers);
        old = bench.semantics() == Semantics.V2026_1;
        plan = bench.plan(spec.calls(), caller);
        work = new TimeSampler[bench.requests() + 1];
        Arrays.fill(work, spec.work().sampler());
        spec.workFor().forEach((name, law) -> work[bench.request(name)] = law.sampler());
        scheduling = new Scheduling(spec.discipline(), bench, waiting);
        BreakdownSpec breakdowns = spec.breakdowns();
        crews = new Crews(breakdowns == null ? null : breakdowns.crews());
        contentionNanos = spec.contention().toNanos();
        patience = spec.patience() == null ? null : spec.patience().sampler();
        failShare = new double[bench.requests() + 1];
        Arrays.fill(failShare, spec.fails().share());
        spec.failsFor().forEach((name, share) -> failShare[bench.request(name)] = share.share());
        mayFail = Arrays.stream(failShare).anyMatch(share -> share > 0);
        failStream = bench.stream("failure");
        patienceStream = bench.stream("patience");
        workStream = bench.stream("work");
        pageStream = bench.stream("page");
        kept = pages == null ? null : kept(pages);
    }

    private KeptPages kept(Pages pages) {
        PageCacheSpec cache = spec.pageCache();
        if (cache == null || spec.replicas() != 1) {
            throw new IllegalArgumentException(
                    bench.name() + " must be one replica with a page cache to have its pages kept elsewhere, but was "
                            + spec.replicas() + (cache == null ? " without one" : ", each with a cache of its own"));
        }
        return new KeptPages(pages, cache, bench);
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

    /** Draws the work of a job, which depends on its class of requests, at full speed, in nanoseconds. */
    long workNanos(Job job) {
        int call = job.call;
        TimeSampler law = work[bench.calls().request(call)];
        return law.nextNanos(bench.random().at(workStream, bench.calls().key(call)));
    }

    /** Draws whether a job fails once its work is done, which depends on its class of requests. */
    boolean fails(Job job) {
        int call = job.call;
        return mayFail
                && KeyedRandom.uniform(failStream, bench.calls().key(call))
                        < failShare[bench.calls().request(call)];
    }

    /** Draws how long a job waits before it leaves, in nanoseconds. */
    long patienceNanos(Job job) {
        return Objects.requireNonNull(patience)
                .nextNanos(bench.random().at(patienceStream, bench.calls().key(job.call)));
    }

    /** Draws the random number that decides which page a job asks for. */
    double pageDraw(Job job) {
        int call = job.call;
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
