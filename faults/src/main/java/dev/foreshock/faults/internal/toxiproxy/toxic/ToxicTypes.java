package dev.foreshock.faults.internal.toxiproxy.toxic;

import java.util.List;
import java.util.Optional;

/** The catalog: a new toxic is its record, a line here and a test. */
public final class ToxicTypes {
    private static final List<ToxicType> ALL = List.of(
            Bandwidth.TYPE,
            Latency.TYPE,
            LimitData.TYPE,
            Noop.TYPE,
            ResetPeer.TYPE,
            Slicer.TYPE,
            SlowClose.TYPE,
            Timeout.TYPE);

    private ToxicTypes() {}

    /** Returns the type called {@code name}. */
    public static Optional<ToxicType> find(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** Returns every type, by name. */
    public static List<ToxicType> all() {
        return ALL;
    }
}
