package dev.foreshock.faults.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The text of a journal: per line, SHA-256 over the sum of the line before and this line's JSON, a space, and the JSON.
 *
 * @param entries what can be trusted, in order
 * @param isDamaged whether a line that is not the last cannot be trusted
 * @param length how many bytes of the file are whole lines; what comes after was torn off while it was written
 * @param sum the sum of the last whole line
 */
record Chain(List<Entry> entries, boolean isDamaged, int length, String sum) {
    private static final String FIRST = "0".repeat(64);
    private static final int SUM = 64;

    static final Chain EMPTY = new Chain(List.of(), false, 0, FIRST);

    static String sum(String before, String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((before + json).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Chain read(byte[] file) {
        List<Entry> entries = new ArrayList<>();
        String before = FIRST;
        boolean isDamaged = false;
        int from = 0;
        for (int end = end(file, from); end >= 0; end = end(file, from)) {
            String line = new String(file, from, end - from, StandardCharsets.UTF_8);
            Optional<Entry> entry = entry(before, line);
            if (entry.isEmpty() && end(file, end + 1) < 0) {
                // The last line: written in part, its line feed included, when the machine went down.
                return new Chain(List.copyOf(entries), isDamaged, from, before);
            }
            isDamaged |= entry.isEmpty();
            entry.ifPresent(entries::add);
            // By the sum as written, so that one bad line does not take those after it along.
            before = line.length() > SUM ? line.substring(0, SUM) : before;
            from = end + 1;
        }
        return new Chain(List.copyOf(entries), isDamaged, from, before);
    }

    private static Optional<Entry> entry(String before, String line) {
        if (line.length() <= SUM || line.charAt(SUM) != ' ') {
            return Optional.empty();
        }
        String json = line.substring(SUM + 1);
        return line.startsWith(sum(before, json)) ? EntryJson.read(json, Entry.class) : Optional.empty();
    }

    private static int end(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
