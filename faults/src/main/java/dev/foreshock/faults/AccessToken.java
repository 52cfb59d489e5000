package dev.foreshock.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that clients of a server must know. It is in no text that this makes of itself. Immutable. */
public final class AccessToken {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,1024}");
    private static final String SCHEME = "Bearer ";

    private final String text;

    private AccessToken(String text) {
        this.text = text;
    }

    /**
     * Returns the token {@code text}.
     *
     * @throws IllegalArgumentException unless it is 1 to 1024 printable characters of ASCII without spaces
     */
    public static AccessToken of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a token must be 1 to 1024 printable characters of ASCII without spaces, but was something else");
        }
        return new AccessToken(text);
    }

    /**
     * Returns the token that is the first line of {@code file}.
     *
     * @throws IllegalArgumentException unless that is one
     * @throws UncheckedIOException where the file cannot be read
     */
    public static AccessToken read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = reader.readLine();
            return of(line == null ? "" : line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the secret. */
    public String text() {
        return text;
    }

    /** Tells whether a client shows this in its {@code Authorization}; takes as long for a near miss as for a far one. */
    public boolean isShownBy(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] shown = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), shown);
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
