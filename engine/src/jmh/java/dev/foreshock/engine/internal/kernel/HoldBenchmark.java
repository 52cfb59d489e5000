package dev.foreshock.engine.internal.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hold model: pop the next event and push one an exponential time later, with a fixed number pending. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HoldBenchmark {
    @Param({"10", "100", "1000", "100000", "1000000"})
    private int pending;

    @Param
    private EventList list;

    private final Exponentials delays = new Exponentials(1_000_000_000, 1);
    private final Event event = new Event();
    private EventQueue queue = new HeapQueue(key -> true);
    private long lastKey;

    @Setup
    public void fill() {
        queue = list.create(key -> true);
        for (lastKey = 1; lastKey <= pending; lastKey++) {
            queue.push(delays.next(), lastKey);
        }
    }

    /** The queue alone: one pop and one push. */
    @Benchmark
    public boolean hold() {
        boolean popped = queue.pop(Long.MAX_VALUE, event);
        queue.push(event.timeNanos + delays.next(), ++lastKey);
        return popped;
    }
}
