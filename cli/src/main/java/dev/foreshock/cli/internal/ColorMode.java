package dev.foreshock.cli.internal;

/** When to use colors; named as on the command line. */
enum ColorMode {
    /** On a terminal, unless NO_COLOR is set. */
    auto,
    /** Always. */
    always,
    /** Never. */
    never
}
