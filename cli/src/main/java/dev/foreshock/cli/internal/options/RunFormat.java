package dev.foreshock.cli.internal.options;

/** How results are written; named as on the command line. */
public enum RunFormat {
    /** For people. */
    text,
    /** For programs. */
    json,
    /** For GitHub Actions: annotations, and a summary of the step. */
    github
}
