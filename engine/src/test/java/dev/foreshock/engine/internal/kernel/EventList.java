package dev.foreshock.engine.internal.kernel;

/** The event queues that tests and benchmarks compare. */
public enum EventList {
    LADDER {
        @Override
        EventQueue create(Liveness liveness) {
            return new LadderQueue(liveness);
        }
    },
    HEAP {
        @Override
        EventQueue create(Liveness liveness) {
            return new HeapQueue(liveness);
        }
    };

    abstract EventQueue create(Liveness liveness);
}
