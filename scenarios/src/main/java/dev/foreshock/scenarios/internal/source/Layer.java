package dev.foreshock.scenarios.internal.source;

import java.util.Locale;

/**
 * What a setting was said by. Later kinds win over earlier ones.
 *
 * @param kind the kind of layer
 * @param name which one of its kind; empty where there is only one
 */
public record Layer(Kind kind, String name) {

    /** The kinds of layers, lowest first. */
    public enum Kind {
        /** Foreshock itself: a default. */
        BUILT_IN,
        /** A class, a component that others are like, or defaults for a selector. */
        CLASS,
        /** A scenario or system file. */
        FILE,
        /** An overlay file. */
        OVERLAY,
        /** A variant of the scenario. */
        VARIANT,
        /** The command line. */
        SET
    }

    /** The layer of files. */
    public static final Layer FILE = new Layer(Kind.FILE, "");

    /** The layer of the command line. */
    public static final Layer SET = new Layer(Kind.SET, "");

    /** Returns the words for people, such as {@code class service}. */
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.isEmpty() ? word : word + " " + name;
    }
}
