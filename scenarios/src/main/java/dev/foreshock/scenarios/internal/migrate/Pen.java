package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.internal.migrate.LocatedFile.Span;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the edits that migrations are composed of. Every one of them keeps the comments that it touches. */
final class Pen {

    private final LocatedFile file;
    private final String text;

    Pen(LocatedFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Returns the edit that gives a key another name. */
    Edit rename(MapNode.Entry entry, String key) {
        return new Edit(file.start(entry.key()), file.end(entry.key()), key);
    }

    /** Returns the edit that gives an entry another value, on one line. */
    Edit replace(MapNode.Entry entry, String value) {
        if (file.isAbsent(entry)) {
            int end = file.end(entry);
            boolean colon = end > 0 && text.charAt(end - 1) == ':' && end > file.end(entry.key());
            return new Edit(end, end, (colon ? " " : ": ") + value);
        }
        return replace(entry.value(), value);
    }

    /** Returns the edit that puts another value, on one line, in the place of one that is written out. */
    Edit replace(Node value, String replacement) {
        int start = file.start(value);
        int end = file.end(value);
        List<String> comments = file.commentsIn(new Span(start, end));
        if (comments.isEmpty()) {
            return new Edit(start, end, replacement);
        }
        String indent = file.lineBreak() + " ".repeat(column(value, start));
        return new Edit(start, end, String.join(indent, comments) + indent + replacement);
    }

    /** Returns the edit that adds an entry, on one line, after another of the same map. */
    Edit insertAfter(MapNode map, MapNode.Entry before, String line) {
        int end = file.end(before);
        if (file.isFlow(map)) {
            return new Edit(end, end, ", " + line);
        }
        return insertLine(before, " ".repeat(indent(before)) + line);
    }

    /** Returns the edit that takes an entry away; its comments stay, in lines of their own. */
    Edit delete(MapNode map, MapNode.Entry entry) {
        int start = start(entry);
        int end = file.end(entry);
        if (file.isFlow(map)) {
            return deleteFromFlow(start, end);
        }
        int lineStart = file.lineStart(start);
        if (!text.substring(lineStart, start).isBlank()) {
            return kept(start, end, file.commentsIn(new Span(start, end)), indent(entry));
        }
        int lineEnd = file.nextLine(end);
        String kept = file.commentsIn(new Span(start, lineEnd)).stream()
                .map(comment -> " ".repeat(indent(entry)) + comment + file.lineBreak())
                .collect(Collectors.joining());
        return new Edit(lineStart, lineEnd, kept);
    }

    /**
     * Returns the edits that move an entry of one map behind an entry of another, under a new key. The comments in it and
     * those right above it go along.
     */
    List<Edit> move(MapNode map, MapNode.Entry entry, String key, MapNode target, MapNode.Entry before) {
        int start = start(entry);
        boolean alone = text.substring(file.lineStart(start), start).isBlank();
        if (!alone || file.isFlow(map) || file.isFlow(target)) {
            Edit inserted = insertAfter(target, before, key + ": " + inOneLine(entry.value()));
            return List.of(delete(map, entry), inserted);
        }
        int first = startWithCommentsAbove(entry);
        String lines = text.substring(first, file.lineEnd(file.end(entry)));
        int keyAt = file.start(entry.key()) - first;
        String renamed = lines.substring(0, keyAt)
                + key
                + lines.substring(keyAt + file.end(entry.key()) - file.start(entry.key()));
        Edit inserted = insertLine(before, shifted(renamed, indent(before) - indent(entry)));
        return List.of(new Edit(first, file.nextLine(file.end(entry)), ""), inserted);
    }

    /** An entry of a flow map goes with the comma after it or, where it is the last one, the comma before it. */
    private Edit deleteFromFlow(int start, int end) {
        int from = start;
        int to = end;
        int after = skipBlanksAndComments(end);
        if (after < text.length() && text.charAt(after) == ',') {
            to = after + 1;
            while (to < text.length() && LocatedFile.isBlank(text.charAt(to)) && !isCommentAt(to + 1)) {
                to++;
            }
        } else {
            int comma = commaBefore(start);
            from = comma >= 0 ? comma : start;
            while (from > 0 && LocatedFile.isBlank(text.charAt(from - 1))) {
                from--;
            }
        }
        return kept(from, to, file.commentsIn(new Span(from, to)), start - file.lineStart(start));
    }

    private Edit kept(int from, int to, List<String> comments, int indent) {
        if (comments.isEmpty()) {
            return new Edit(from, to, "");
        }
        String next = file.lineBreak() + " ".repeat(indent);
        String before = from > 0 && LocatedFile.isBlank(text.charAt(from - 1)) ? "" : " ";
        return new Edit(from, to, before + String.join(next, comments) + next);
    }

    private Edit insertLine(MapNode.Entry before, String line) {
        int at = afterCommentsWithin(before);
        boolean broken = at > 0 && LocatedFile.isBreak(text.charAt(at - 1));
        return new Edit(at, at, broken ? line + file.lineBreak() : file.lineBreak() + line);
    }

    /** Returns the line after an entry and the comments below it that are indented like something in it. */
    private int afterCommentsWithin(MapNode.Entry entry) {
        int indent = indent(entry);
        int end = file.nextLine(file.end(entry));
        for (int line = end; line < text.length(); line = file.nextLine(line)) {
            int first = line;
            while (first < text.length() && LocatedFile.isBlank(text.charAt(first))) {
                first++;
            }
            if (isCommentAt(first) && first - line > indent) {
                end = file.nextLine(line);
            } else if (first < file.lineEnd(line)) {
                break;
            }
        }
        return end;
    }

    /** Returns where an entry starts: with its key, or the question mark before that. */
    private int start(MapNode.Entry entry) {
        int at = file.start(entry.key());
        int before = at;
        while (before > 0 && LocatedFile.isBlank(text.charAt(before - 1))) {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == '?' ? before - 1 : at;
    }

    private int startWithCommentsAbove(MapNode.Entry entry) {
        int first = file.lineStart(start(entry));
        String indent = " ".repeat(indent(entry));
        while (first > 0) {
            int above = file.lineStart(first - (text.startsWith("\r\n", Math.max(0, first - 2)) ? 2 : 1));
            if (!text.startsWith(indent + "#", above) || !isCommentAt(above + indent.length())) {
                break;
            }
            first = above;
        }
        return first;
    }

    private int indent(MapNode.Entry entry) {
        int start = start(entry);
        return start - file.lineStart(start);
    }

    /** Returns how deep to indent what follows the comments of a value. */
    private int column(Node value, int start) {
        int lineStart = file.lineStart(start);
        int blank = lineStart;
        while (blank < start && text.charAt(blank) == ' ') {
            blank++;
        }
        return blank == start && !(value instanceof TextNode) ? start - lineStart : blank - lineStart + 2;
    }

    private int skipBlanksAndComments(int from) {
        int at = from;
        while (at < text.length()) {
            if (isCommentAt(at)) {
                at = file.lineEnd(at);
            } else if (LocatedFile.isBlank(text.charAt(at)) || LocatedFile.isBreak(text.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Returns the offset of the comma before an entry, or -1 if it is the first of its map. */
    private int commaBefore(int start) {
        for (int at = start - 1; at >= 0; at--) {
            int place = at;
            boolean inComment =
                    file.comments().stream().anyMatch(comment -> comment.from() <= place && place < comment.to());
            char c = text.charAt(at);
            if (!inComment && c == ',') {
                return at;
            } else if (!inComment && !LocatedFile.isBlank(c) && !LocatedFile.isBreak(c)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isCommentAt(int offset) {
        return file.comments().stream().anyMatch(comment -> comment.from() == offset);
    }

    private static String shifted(String lines, int by) {
        String[] each = lines.split("(?<=\n)", -1);
        StringBuilder result = new StringBuilder();
        for (String line : each) {
            if (by > 0 && !line.isBlank()) {
                result.append(" ".repeat(by)).append(line);
            } else {
                int blanks = 0;
                while (blanks < -by && blanks < line.length() && line.charAt(blanks) == ' ') {
                    blanks++;
                }
                result.append(line, blanks, line.length());
            }
        }
        return result.toString();
    }

    /** Returns a value as it can stand in braces. */
    private String inOneLine(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().stream()
                    .map(entry ->
                            inOneLine(entry.key()) + (file.isAbsent(entry) ? ":" : ": " + inOneLine(entry.value())))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        } else if (node instanceof ListNode list) {
            return list.items().stream().map(this::inOneLine).collect(Collectors.joining(", ", "[", "]"));
        }
        TextNode scalar = (TextNode) node;
        String written = text.substring(file.start(scalar), file.end(scalar));
        boolean safe = scalar.inset() == 1 || !scalar.quoted();
        boolean oneLine = written.chars().noneMatch(c -> LocatedFile.isBreak((char) c));
        boolean plain = scalar.inset() == 1 || written.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
        return safe && oneLine && plain ? written : quoted(scalar.text());
    }

    private static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
