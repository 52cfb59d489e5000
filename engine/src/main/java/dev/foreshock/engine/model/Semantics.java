package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Key;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What words such as queue, refresh and utilization mean. A scenario names the version it was written for and keeps it, so
 * that an upgrade never changes a verdict silently. docs/reference/semantics.md says where versions differ.
 */
public enum Semantics {
    /** A refresh draws its page anew; workers of a replica that is down count as idle. */
    @Key("2026.1")
    V2026_1("2026.1"),
    /** A refresh or retry asks a page cache for the page of the first try; utilization is of the workers that are up. */
    @Key("2026.2")
    V2026_2("2026.2");

    /** The newest version, for scenarios that do not say otherwise. */
    public static final Semantics LATEST = V2026_2;

    private final String text;

    Semantics(String text) {
        this.text = text;
    }

    /** Returns the version as files write it. */
    public String text() {
        return text;
    }

    /** Returns the version that files write as {@code text}, if there is one. */
    public static Optional<Semantics> find(String text) {
        return Stream.of(values()).filter(version -> version.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
