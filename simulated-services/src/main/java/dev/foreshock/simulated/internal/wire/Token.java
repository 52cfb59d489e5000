package dev.foreshock.simulated.internal.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the processes of one twin know each other by: whoever else is on the machine can reach their ports, and must not play with them. It
 * goes from the conductor to services by a file that only its user can read, never by a command, which all can.
 */
public final class Token {
    private static final int BYTES = 16;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** Returns a new one, which nobody can guess. */
    public static Token random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }

    /**
     * Returns the token that was written down as {@code text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Token of(String text) {
        if (text.length() != 2 * BYTES) {
            throw new IllegalArgumentException(
                    "the token of a twin must have " + 2 * BYTES + " characters, but had " + text.length());
        }
        return new Token(text);
    }

    /** Returns it as it is sent and written down. */
    public String text() {
        return text;
    }

    /** Tells whether somebody who said {@code said} knows it, in a time that does not tell how much of it was right. */
    public boolean is(@Nullable String said) {
        return said != null
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says nothing of it: this ends in logs. */
    @Override
    public String toString() {
        return "the token of a twin";
    }
}
