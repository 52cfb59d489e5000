package dev.foreshock.scenarios.internal.migrate;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A file that somebody could have written: sections in block and flow style, comments and blank lines anywhere.
 *
 * @param sections its sections
 * @param lineBreak how its lines end
 * @param endsWithBreak whether the last line does
 * @param quote what stands around the versions
 */
record RandomFile(List<Section> sections, String lineBreak, boolean endsWithBreak, String quote) {

    /** How a section is written. */
    enum Style {
        BLOCK,
        FLOW,
        LONG_FLOW
    }

    /**
     * A section of the file.
     *
     * @param key its name
     * @param style how it is written
     * @param parts what is in it
     */
    record Section(String key, Style style, List<Part> parts) {}

    /**
     * An entry of a section.
     *
     * @param key its name
     * @param value which value it has
     * @param above whether a comment stands above it
     * @param behind whether a comment stands behind it
     * @param blank whether a blank line stands above it
     */
    record Part(String key, int value, boolean above, boolean behind, boolean blank) {}

    private static final List<String> PLAIN =
            List.of("7", "250ms", "x#y", "a, b", "", "[a, b]", "{ c: d#e }", "ünï🚀", "~");

    private static final List<String> QUOTED = List.of("\"a # b\"", "'it''s # c'", "\"x: y\"");

    static Arbitrary<RandomFile> any() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Part> part = Combinators.combine(
                        Arbitraries.of("pool", "timeout", "obsolete", "size", "members", "note", "text"),
                        Arbitraries.integers().between(0, 15),
                        flag,
                        flag,
                        flag)
                .as(Part::new);
        Arbitrary<Section> section = Combinators.combine(
                        Arbitraries.of("crew", "web", "db", "pool", "users"),
                        Arbitraries.of(Style.class),
                        part.list().ofMinSize(1).ofMaxSize(6).uniqueElements(Part::key))
                .as(Section::new);
        return Combinators.combine(
                        section.list().ofMaxSize(5).uniqueElements(Section::key),
                        Arbitraries.of("\n", "\r\n"),
                        flag,
                        Arbitraries.of("", "\"", "'"))
                .as(RandomFile::new);
    }

    /** Returns the file as text. */
    String text() {
        return new Writer().write();
    }

    /** Returns the comments, in order. */
    List<String> comments() {
        Writer writer = new Writer();
        writer.write();
        return writer.comments;
    }

    /** Returns the lines of the entries that no toy migration concerns. */
    List<String> untouched() {
        Writer writer = new Writer();
        writer.write();
        return writer.untouched;
    }

    @Override
    public String toString() {
        return text().replace("\r", "\\r");
    }

    /** Writes it down. */
    private final class Writer {
        private final List<String> lines = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();
        private final List<String> untouched = new ArrayList<>();

        String write() {
            lines.add(comment("of the file"));
            lines.add("foreshock: " + quote + 1 + quote + " " + comment("language"));
            lines.add("semantics: " + quote + 2026.1 + quote);
            lines.add("");
            sections.forEach(this::section);
            return String.join(lineBreak, lines) + (endsWithBreak ? lineBreak : "");
        }

        private void section(Section section) {
            switch (section.style()) {
                case BLOCK -> {
                    lines.add(section.key() + ":   " + comment("of a section"));
                    section.parts().forEach(part -> {
                        int first = lines.size();
                        block(section, part);
                        if (part.key().equals("note") || part.key().equals("text")) {
                            untouched.add(String.join(lineBreak, lines.subList(first, lines.size())));
                        }
                    });
                }
                case FLOW -> {
                    List<String> parts = section.parts().stream()
                            .map(part -> part.key() + ":" + (flow(part).isEmpty() ? "" : " ") + flow(part))
                            .toList();
                    lines.add(section.key() + ": { " + String.join(", ", parts) + " } " + comment("behind"));
                }
                case LONG_FLOW -> longFlow(section);
            }
        }

        private void longFlow(Section section) {
            for (int i = 0; i < section.parts().size(); i++) {
                Part part = section.parts().get(i);
                boolean isLast = i == section.parts().size() - 1;
                String start = i == 0 ? section.key() + ": { " : "     ";
                String value = flow(part);
                String line = start + part.key() + ":" + (value.isEmpty() ? "" : " ") + value + (isLast ? "" : ",");
                lines.add(line + (part.behind() ? " " + comment("in a flow") : ""));
            }
            lines.add("  }");
        }

        private void block(Section section, Part part) {
            if (part.blank()) {
                lines.add("");
            }
            if (part.above()) {
                lines.add("  " + comment("above"));
            }
            String behind = part.behind() ? "  " + comment("behind") : "";
            int value = part.value();
            if (value < 12) {
                String simple = simple(value);
                lines.add("  " + part.key() + ":" + (simple.isEmpty() ? "" : " ") + simple + behind);
            } else if (value == 12) {
                lines.add("  " + part.key() + ": |" + behind);
                lines.add("    first # no comment of " + section.key());
                lines.add("");
                lines.add("    last: line");
            } else if (value == 13) {
                lines.add("  " + part.key() + ":" + behind);
                lines.add("    " + comment("inside"));
                lines.add("    inner: 1 " + comment("of inner"));
                lines.add("    other: \"two # too\"");
            } else if (value == 14) {
                lines.add("  " + part.key() + ":" + behind);
                lines.add("    - one " + comment("of an item"));
                lines.add("    - two");
            } else {
                lines.add("  " + part.key() + ": \"first");
                lines.add("    # second\"" + behind);
            }
        }

        private String comment(String what) {
            String comment = "# " + comments.size() + " " + what + ".";
            comments.add(comment);
            return comment;
        }

        private static String simple(int value) {
            return value < PLAIN.size() ? PLAIN.get(value) : QUOTED.get(value - PLAIN.size());
        }

        private static String flow(Part part) {
            String simple = simple(part.value() % 12);
            return simple.equals("a, b") ? "\"a, b\"" : simple;
        }
    }
}
