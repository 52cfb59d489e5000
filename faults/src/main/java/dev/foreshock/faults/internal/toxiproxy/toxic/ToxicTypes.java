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

    private static final List<ToxicType> EFFECTS = List.of(ConnectDelay.TYPE, CutAfter.TYPE, SharedBandwidth.TYPE);

    private ToxicTypes() {}

    /** Returns the type of stock called {@code name}. */
    public static Optional<ToxicType> find(String name) {
        return find(name, ALL);
    }

    /** Returns the type of Foreshock's own called {@code name}. */
    public static Optional<ToxicType> findEffect(String name) {
        return find(name, EFFECTS);
    }

    private static Optional<ToxicType> find(String name, List<ToxicType> among) {
        return among.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** Returns every type that stock has, by name. */
    public static List<ToxicType> all() {
        return ALL;
    }

    /** Returns every type that is Foreshock's own, by name. */
    public static List<ToxicType> effects() {
        return EFFECTS;
    }
}
