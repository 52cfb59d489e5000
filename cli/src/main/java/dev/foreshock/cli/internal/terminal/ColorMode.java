package dev.foreshock.cli.internal.terminal;

/** When to use colors; named as on the command line. */
public enum ColorMode {
    /** On a terminal, unless NO_COLOR is set. */
    auto,
    /** Always. */
    always,
    /** Never. */
    never
}
