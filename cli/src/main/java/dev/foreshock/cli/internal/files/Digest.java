package dev.foreshock.cli.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file is still what it was. */
public final class Digest {
    private Digest() {}

    /** Returns the SHA-256 of the bytes of a file, in hexadecimal digits. */
    public static String of(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java must have SHA-256", e);
        }
    }
}
