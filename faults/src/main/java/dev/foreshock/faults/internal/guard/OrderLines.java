package dev.foreshock.faults.internal.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Orders as lines of a stream. Its end means that whoever wrote it is dead. */
final class OrderLines implements Order.Source {
    private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>();
    private final long leaseNanos;
    private final LongSupplier nanos;
    private final Consumer<String> says;
    private volatile long leaseEndNanos;

    OrderLines(long leaseNanos, LongSupplier nanos, Consumer<String> says) {
        this.leaseNanos = leaseNanos;
        this.nanos = nanos;
        this.says = says;
        this.leaseEndNanos = nanos.getAsLong() + leaseNanos;
    }

    /**
     * Reads until the stream ends. Renewals count at once, whatever the guard is doing, and are answered as a sign of life. One that comes
     * when the lease is over, as after a sleep of the whole machine, renews nothing: what is over must be undone.
     */
    void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("renew")) {
                    renew();
                } else {
                    waiting.add(Order.read(line));
                }
            }
        } catch (IOException e) {
            // a stream that cannot be read is at its end
        }
        add(new Order.Gone("the injector is gone"));
    }

    private void renew() {
        long now = nanos.getAsLong();
        if (leaseEndNanos - now > 0) {
            leaseEndNanos = now + leaseNanos;
            says.accept("alive");
        }
    }

    void add(Order order) {
        waiting.add(order);
    }

    @Override
    public Optional<Order> next(long wait) {
        try {
            return Optional.ofNullable(waiting.poll(wait, TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            return Optional.of(new Order.Gone("interrupted"));
        }
    }

    @Override
    public long leaseEndNanos() {
        return leaseEndNanos;
    }
}
