package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A component that answers as told, and writes down what it sees.
 *
 * @param takes the time to an answer; zero answers within the arrival, negative never answers
 * @param outcomes the outcomes of the first, second, … call; the last one again and again
 * @param log what it saw
 */
public record Stub(Duration takes, List<Outcome> outcomes, Log log) implements ComponentSpec {
    /** What a stub saw. */
    public static final class Log {
        /** When calls arrived, in milliseconds. */
        public final List<Double> arrivals = new ArrayList<>();
        /** When calls were cancelled, in milliseconds. */
        public final List<Double> cancels = new ArrayList<>();
        /** When answers were given, in milliseconds. */
        public final List<Double> answers = new ArrayList<>();
        /** The deadlines of the calls that arrived, in milliseconds. */
        public final List<Double> deadlines = new ArrayList<>();
        /** What identifies what the calls that arrived asked for. */
        public final List<Long> wishes = new ArrayList<>();
        /** The keys of the calls that arrived. */
        public final List<Long> keys = new ArrayList<>();
    }

    /** Returns a stub that answers after {@code millis} with these outcomes. */
    public static Stub after(double millis, Outcome... outcomes) {
        return new Stub(Duration.ofNanos(Math.round(millis * 1e6)), List.of(outcomes), new Log());
    }

    /** Returns a stub that answers within the arrival. */
    public static Stub atOnce(Outcome... outcomes) {
        return after(0, outcomes);
    }

    @Override
    public Component build(Workbench bench) {
        return new Component() {
            private int holding;
            private int seen;

            @Override
            public void arrive(int call, long now) {
                log.arrivals.add(now / 1e6);
                log.keys.add(bench.calls().key(call));
                log.wishes.add(bench.calls().wish(call));
                long deadline = bench.calls().deadlineNanos(call);
                log.deadlines.add(deadline == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : deadline / 1e6);
                holding++;
                int outcome =
                        outcomes.get(Math.min(seen++, outcomes.size() - 1)).index();
                if (takes.isZero()) {
                    answer(call, outcome, now);
                } else {
                    bench.calls().note(call, outcome);
                    bench.timers().at(now + takes.toNanos(), 0, call);
                }
            }

            private void answer(int call, int outcome, long now) {
                holding--;
                log.answers.add(now / 1e6);
                bench.calls().respond(call, Outcome.at(outcome));
            }

            @Override
            public void on(int op, int call, long now) {
                if (bench.calls().note(call) >= 0) {
                    answer(call, bench.calls().note(call), now);
                }
            }

            @Override
            public void cancelled(int call, long now) {
                log.cancels.add(now / 1e6);
            }

            @Override
            public int holding() {
                return holding;
            }
        };
    }
}
