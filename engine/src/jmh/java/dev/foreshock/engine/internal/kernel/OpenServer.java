package dev.foreshock.engine.internal.kernel;

/** A server without a queue: Poisson arrivals, exponential service, and a timeout for each request. */
final class OpenServer implements Handler {
    private static final int ARRIVAL = 0;
    private static final int SERVED = 1;
    private static final int TIMED_OUT = 2;

    private final Kernel kernel;
    private final int id;
    private final long timeoutNanos;
    private final Exponentials gaps;
    private final Exponentials services;
    private final long[] service;
    private final long[] timeout;
    private final int[] free;
    private int freeCount;

    OpenServer(Kernel kernel, int inFlight, long serviceNanos, long timeoutNanos) {
        this.kernel = kernel;
        this.timeoutNanos = timeoutNanos;
        gaps = new Exponentials(serviceNanos / inFlight, 2);
        services = new Exponentials(serviceNanos, 3);
        int slots = 2 * inFlight + 100;
        service = new long[slots];
        timeout = new long[slots];
        free = new int[slots];
        for (int slot = slots - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
        id = kernel.register(this);
        kernel.at(0, id, ARRIVAL, 0);
    }

    /** Handles about so many requests and returns the checksum. */
    long run(long requests) {
        kernel.runSlice(Long.MAX_VALUE, 2 * requests);
        return kernel.checksum();
    }

    @Override
    public void on(int op, int arg, long nowNanos) {
        switch (op) {
            case ARRIVAL -> arrive();
            case SERVED -> finish(arg, timeout[arg]);
            case TIMED_OUT -> finish(arg, service[arg]);
            default -> throw new IllegalArgumentException("op must be 0 to 2, but was " + op);
        }
    }

    private void arrive() {
        int slot = free[--freeCount];
        service[slot] = kernel.after(services.next(), id, SERVED, slot);
        timeout[slot] = kernel.after(timeoutNanos, id, TIMED_OUT, slot);
        kernel.after(gaps.next(), id, ARRIVAL, 0);
    }

    private void finish(int slot, long other) {
        kernel.cancel(other);
        free[freeCount++] = slot;
    }
}
