package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.Code;

/** What has versions of its own. */
enum Axis {
    /** How things are written. */
    LANGUAGE("foreshock", "language", Code.VERSION),
    /** What is meant by them. */
    SEMANTICS("semantics", "model", Code.SEMANTICS);

    private final String key;
    private final String noun;
    private final Code code;

    Axis(String key, String noun, Code code) {
        this.key = key;
        this.noun = noun;
        this.code = code;
    }

    /** Returns the setting in which a file says its version. */
    String key() {
        return key;
    }

    /** Returns what it is the version of. */
    String noun() {
        return noun;
    }

    /** Returns the code of a version that is missing or unknown. */
    Code code() {
        return code;
    }
}
