package dev.foreshock.reports.internal.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a browser may do with the page: run this one script, apply this one style sheet, and load nothing. So text from a
 * file that got past the escaping still could not run, and nothing is sent anywhere (Content Security Policy Level 3).
 */
final class ContentPolicy {
    private ContentPolicy() {}

    /** Returns the policy under which exactly {@code script} runs and exactly {@code style} applies. */
    static String of(String script, String style) {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
