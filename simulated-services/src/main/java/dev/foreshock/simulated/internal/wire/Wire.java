package dev.foreshock.simulated.internal.wire;

/** What the processes of a twin know each other by. */
public final class Wire {
    /** The host that all of them are on. */
    public static final String HOST = "127.0.0.1";

    /** A header of every request among them: the {@link Token}. */
    public static final String HEADER = "foreshock-twin";

    /** The path that calls are posted to. */
    public static final String CALL = "/call";

    private Wire() {}
}
