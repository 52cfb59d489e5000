package dev.foreshock.cli.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file or a text is still what it was. */
public final class Digest {
    private Digest() {}

    /** Returns the SHA-256 of the bytes of a file, in hexadecimal digits. */
    public static String of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** Returns the SHA-256 of some bytes, in hexadecimal digits. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java must have SHA-256", e);
        }
    }
}
