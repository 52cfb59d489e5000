package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.util.Map;

/** Answers as was measured at the rate that it is offered. */
public final class Opaque implements Component {
    private final Workbench bench;
    private final MeasuredCurve curve;
    private final RateEstimate rate;
    private final long latencyStream;
    private final long errorStream;
    final Jobs jobs = new Jobs();

    /** Builds the component. */
    @SuppressWarnings("this-escape")
    public Opaque(OpaqueSpec spec, Workbench bench) {
        this.bench = bench;
        curve = new MeasuredCurve(spec.measured().values());
        rate = new RateEstimate(spec.over().toNanos());
        latencyStream = bench.stream("latency");
        errorStream = bench.stream("error");
    }

    @Override
    public void arrive(int call, long nowNanos) {
        curve.moveTo(rate.perSecond(nowNanos));
        rate.add(nowNanos);
        long key = bench.calls().key(call);
        boolean fails = KeyedRandom.uniform(errorStream, key) < curve.errorShare();
        double takes = curve.nanos(bench.random().at(latencyStream, key).gaussian());
        Job job = jobs.take(call);
        bench.calls().note(call, job.number);
        job.timer = bench.timers()
                .at(
                        nowNanos + (long) Math.min(TimeSampler.MOST_NANOS, takes),
                        (fails ? Outcome.ERROR : Outcome.OK).index(),
                        job.number);
    }

    @Override
    public void on(int outcome, int job, long nowNanos) {
        answer(jobs.at(job), Outcome.at(outcome));
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        Job job = jobs.at(bench.calls().note(call));
        bench.timers().cancel(job.timer);
        answer(job, Outcome.CANCELLED);
    }

    private void answer(Job job, Outcome outcome) {
        int call = job.call;
        jobs.give(job);
        bench.calls().respond(call, outcome);
    }

    @Override
    public int holding() {
        return jobs.inUse();
    }

    @Override
    public Map<String, Double> gauges(long nowNanos) {
        return Map.of("rate", rate.perSecond(nowNanos));
    }
}
