package dev.foreshock.engine;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Line;
import dev.foreshock.engine.spi.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A component that hands calls on and writes down each: session, key, when it came and how long its answer took.
 *
 * @param to where calls go
 * @param log what it saw
 */
public record Tap(@Names(Named.COMPONENT) String to, Log log) implements ComponentSpec {
    /** What a tap saw, in order of arrival. */
    public static final class Log {
        /** One call. */
        public record Seen(long session, long key, long atNanos) {}

        /** The calls in order. */
        public final List<Seen> calls = new ArrayList<>();
        /** The times of the calls answered as wanted, by key. */
        public final Map<Long, Long> took = new HashMap<>();

        /** Returns when each session's first call came. */
        public Map<Long, Long> firstCalls() {
            Map<Long, Long> first = new TreeMap<>();
            calls.forEach(call -> first.putIfAbsent(call.session(), call.atNanos()));
            return first;
        }

        /** Returns the calls of each session. */
        public Map<Long, List<Long>> bySession() {
            Map<Long, List<Long>> sessions = new TreeMap<>();
            calls.forEach(call -> sessions.computeIfAbsent(call.session(), key -> new ArrayList<>())
                    .add(call.atNanos()));
            return sessions;
        }
    }

    @Override
    public Component build(Workbench bench) {
        return new Component() {
            private final Map<Integer, Long> since = new HashMap<>();
            private final Line line = bench.line("next", CallSpec.plain().to(to), this::returned);

            @Override
            public void arrive(int call, long now) {
                log.calls.add(
                        new Log.Seen(bench.calls().session(call), bench.calls().key(call), now));
                since.put(call, now);
                line.call(call, 0);
            }

            private void returned(int call, Outcome outcome, long now) {
                long came = since.remove(call);
                if (outcome == Outcome.OK) {
                    log.took.put(bench.calls().key(call), now - came);
                }
                bench.calls().respond(call, outcome);
            }

            @Override
            public int holding() {
                return since.size();
            }
        };
    }
}
