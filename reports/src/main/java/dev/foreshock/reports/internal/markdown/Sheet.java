package dev.foreshock.reports.internal.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A page of Markdown that must not become too large: its parts are cut or left out, the least important first. */
public final class Sheet {
    /** For the line that says what was left out. */
    private static final int RESERVE = 1_000;

    private static final int LONGEST_TEXT = 2_000;

    private final List<Part> parts = new ArrayList<>();

    /**
     * A part.
     *
     * @param rank how important it is; 0 for the most
     * @param name what it is called where it is cut
     * @param head what it begins with; not shown without a row, where there are rows
     * @param rows what can be left out one by one, the last first
     */
    private record Part(int rank, String name, String head, List<String> rows) {
        Part {
            rows = List.copyOf(rows);
        }
    }

    /** Adds a part that is shown as a whole, or not at all. */
    Sheet add(int rank, String name, Markdown text) {
        parts.add(new Part(rank, name, text + "\n", List.of()));
        return this;
    }

    /** Adds a part of rows, such as a table, below a head. */
    Sheet add(int rank, String name, Markdown head, List<String> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part(rank, name, head.toString(), rows));
        }
        return this;
    }

    /** Returns the page in at most {@code most} bytes of UTF-8; empty where not even the first part fits. */
    public String within(int most) {
        String whole = text(parts);
        if (bytes(whole) <= most) {
            return whole;
        }
        List<String> leftOut = new ArrayList<>();
        Map<Integer, Part> kept = new TreeMap<>();
        int[] room = {most - RESERVE};
        parts.stream().sorted(Comparator.comparingInt(Part::rank)).forEach(part -> {
            Part rest = cut(part, room, leftOut);
            if (rest != null) {
                kept.put(parts.indexOf(part), rest);
            }
        });
        List<Part> shown = List.copyOf(kept.values());
        return shown.isEmpty()
                ? ""
                : text(shown)
                        + new Markdown()
                                .paragraph("Left out, as a step may not say more: " + String.join(", ", leftOut) + ".");
    }

    private static @org.jspecify.annotations.Nullable Part cut(Part part, int[] room, List<String> leftOut) {
        int size = bytes(part.head()) + 1;
        List<String> rows = new ArrayList<>();
        for (String row : part.rows()) {
            int more = bytes(row) + 1;
            if (size + more > room[0]) {
                break;
            }
            size += more;
            rows.add(row);
        }
        int missing = part.rows().size() - rows.size();
        if (size > room[0] || (rows.isEmpty() && missing > 0)) {
            leftOut.add(part.name());
            return null;
        }
        if (missing > 0) {
            leftOut.add(missing + " of " + part.rows().size() + " " + part.name());
        }
        room[0] -= size;
        return new Part(part.rank(), part.name(), part.head(), rows);
    }

    private static String text(List<Part> parts) {
        return parts.stream()
                .map(part -> part.head()
                        + part.rows().stream().map(row -> row + "\n").collect(Collectors.joining())
                        + (part.rows().isEmpty() ? "" : "\n"))
                .collect(Collectors.joining());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns {@code text} no longer than a line of a summary should be. */
    static String brief(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
