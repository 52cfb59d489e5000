package dev.foreshock.faults.conformance;

import dev.foreshock.faults.conformance.ServerUnderTest.Kind;
import java.util.EnumMap;
import java.util.Map;

/** One server of each kind, started when it is first asked for. */
final class Servers implements AutoCloseable {
    private final Map<Kind, ServerUnderTest> running = new EnumMap<>(Kind.class);

    /** Returns the server of a kind; where there is none, the test that asks is skipped. */
    ServerUnderTest get(Kind kind) {
        kind.assumeWanted();
        return running.computeIfAbsent(kind, Kind::start);
    }

    @Override
    public void close() {
        running.values().forEach(ServerUnderTest::close);
    }
}
