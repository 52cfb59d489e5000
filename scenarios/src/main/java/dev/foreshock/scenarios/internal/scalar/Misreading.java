package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.tree.Site;

/** A text that is not what it should be. */
public final class Misreading extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final transient Site site;
    private final String help;
    private final boolean isBeyond;

    Misreading(Code code, Site site, String message, String help) {
        this(code, site, message, help, false);
    }

    Misreading(Code code, Site site, String message, String help, boolean isBeyond) {
        super(message);
        this.code = code;
        this.site = site;
        this.help = help;
        this.isBeyond = isBeyond;
    }

    /** Tells whether it is a number that no setting of its type can be: a setting that has limits of its own should name those. */
    public boolean isBeyond() {
        return isBeyond;
    }

    public Code code() {
        return code;
    }

    public Site site() {
        return site;
    }

    public String help() {
        return help;
    }

    /** Returns what is wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
