package dev.foreshock.faults.internal.toxiproxy.proxy;

/** Thrown when what was asked for cannot be. Its message is part of the API. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Why not. */
    public enum Kind {
        /** What was sent makes no sense. */
        INVALID,
        /** There is no such thing. */
        NOT_FOUND,
        /** There is one already. */
        EXISTS,
        /** There are as many as there may be. */
        TOO_MANY,
        /** The operating system or the name service says no. */
        SYSTEM
    }

    /** Creates a refusal. */
    public Refusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static Refusal proxyNotFound() {
        return new Refusal(Kind.NOT_FOUND, "proxy not found");
    }

    static Refusal proxyExists() {
        return new Refusal(Kind.EXISTS, "proxy already exists");
    }

    static Refusal toxicNotFound() {
        return new Refusal(Kind.NOT_FOUND, "toxic not found");
    }

    static Refusal toxicExists() {
        return new Refusal(Kind.EXISTS, "toxic already exists");
    }

    static Refusal effectExists() {
        return new Refusal(Kind.EXISTS, "effect already exists");
    }

    /** Returns why not. */
    public Kind kind() {
        return kind;
    }
}
