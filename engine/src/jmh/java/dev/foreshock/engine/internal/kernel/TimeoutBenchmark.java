package dev.foreshock.engine.internal.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a resilience simulator does all day: each request is an arrival, the end of its service and a timeout that is
 * nearly always cancelled. The whole kernel takes part; time is per request, two handled events and one cancelled.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TimeoutBenchmark {
    private static final int REQUESTS = 1000;
    private static final long SERVICE_NANOS = 1_000_000_000;

    /** Timers pending: a service and a timeout for every request in flight. */
    @Param({"10", "1000", "100000"})
    private int pending;

    /** The timeout in mean service times; at 5, one request in 150 does time out. */
    @Param({"5"})
    private int patience;

    @Param
    private EventList list;

    private OpenServer server = new OpenServer(new Kernel(), 1, SERVICE_NANOS, SERVICE_NANOS);

    @Setup
    public void reachSteadyState() {
        server = new OpenServer(new Kernel(list::create), pending / 2, SERVICE_NANOS, patience * SERVICE_NANOS);
        server.run(10L * patience * pending);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long request() {
        return server.run(REQUESTS);
    }
}
