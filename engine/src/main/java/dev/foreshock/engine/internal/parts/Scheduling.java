package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.model.DisciplineSpec;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import dev.foreshock.engine.spi.Workbench;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes of a described discipline what each replica needs of it. */
final class Scheduling {
    private final DisciplineSpec spec;
    private final int[] waiting;
    private final @Nullable Ranks ranks;

    /** Compiles {@code spec}; those who wait are counted in {@code waiting}. */
    Scheduling(DisciplineSpec spec, Workbench bench, int[] waiting) {
        this.spec = spec;
        this.waiting = waiting;
        ranks = spec.priority().isEmpty() ? null : new Ranks(spec.priority(), bench);
    }

    /** Tells whether jobs share the workers. */
    boolean shares() {
        return spec.order() == Order.PROCESSOR_SHARING;
    }

    Waiting newQueue() {
        Supplier<Waiting> one = this::oneQueue;
        return ranks == null ? one.get() : new ByRank(ranks, one);
    }

    private Waiting oneQueue() {
        Chain chain = new Chain(waiting);
        return switch (spec.order()) {
            case FIFO, PROCESSOR_SHARING -> new FirstCome(chain);
            case LIFO, PREEMPTIVE_LIFO -> new LastCome(chain);
            case ADAPTIVE_LIFO -> new AdaptiveLastCome(chain, spec.standing().toNanos());
        };
    }

    /** Returns the rule by which arrivals interrupt others, or null if none does. */
    @Nullable
    Preemption newPreemption() {
        boolean lastComeFirst = spec.order() == Order.PREEMPTIVE_LIFO;
        return lastComeFirst || (ranks != null && spec.preemptive()) ? new Preemption(ranks, lastComeFirst) : null;
    }
}
