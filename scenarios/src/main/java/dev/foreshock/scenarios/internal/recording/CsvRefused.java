package dev.foreshock.scenarios.internal.recording;

import dev.foreshock.scenarios.Code;

/** A recording that cannot be used. */
public final class CsvRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final String help;

    CsvRefused(Code code, String message, String help) {
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
