package dev.foreshock.cli.internal.language;

/** How findings are written; named as on the command line. */
enum CheckFormat {
    /** For people. */
    text,
    /** For editors and scripts. */
    json,
    /** For code hosts: SARIF 2.1.0. */
    sarif,
    /** For GitHub Actions: annotations. */
    github
}
