package dev.foreshock.scenarios.internal.source;

import dev.foreshock.scenarios.Code;

/** A file that cannot be had. The message says why. */
public final class Unavailable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final String help;

    public Unavailable(Code code, String message, String help) {
        super(message);
        this.code = code;
        this.help = help;
    }

    public Code code() {
        return code;
    }

    public String help() {
        return help;
    }

    /** Returns what is wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
