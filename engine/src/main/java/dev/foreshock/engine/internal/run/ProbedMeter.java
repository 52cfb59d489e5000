package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.spi.Meter;

/** Tells a probe of the changes of one component's meter. */
record ProbedMeter(String component, Probe probe, Kernel kernel) implements Meter.Listener {
    @Override
    public void began(long waitedNanos) {
        probe.began(component, waitedNanos, kernel.nowNanos());
    }

    @Override
    public void occupied(long workers, int busy, int waiting, long nowNanos) {
        probe.occupied(component, workers, busy, waiting, nowNanos);
    }
}
