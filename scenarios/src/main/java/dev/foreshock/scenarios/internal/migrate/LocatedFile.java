package dev.foreshock.scenarios.internal.migrate;

import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a file and its tree, with the offset of everything in the text. Immutable. */
final class LocatedFile {

    /**
     * A stretch of the text.
     *
     * @param from its first character
     * @param to the character after its last
     */
    record Span(int from, int to) {}

    private final String text;
    private final MapNode root;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final List<Span> comments;

    LocatedFile(String text, MapNode root) {
        this.text = text;
        this.root = root;
        findLines();
        List<Span> scalars = new ArrayList<>();
        collect(root, scalars);
        this.comments = List.copyOf(findComments(scalars));
    }

    String text() {
        return text;
    }

    MapNode root() {
        return root;
    }

    /** Returns the comments, from their number sign to the end of the line. */
    List<Span> comments() {
        return comments;
    }

    /** Returns the comments that lie in {@code span}, as written. */
    List<String> commentsIn(Span span) {
        return comments.stream()
                .filter(comment -> comment.from() >= span.from() && comment.from() < span.to())
                .map(comment -> text.substring(comment.from(), comment.to()))
                .toList();
    }

    /** Returns the offset of the first character of {@code node}. */
    int start(Node node) {
        return offset(node.site().line(), node.site().column());
    }

    /** Returns the offset after the last character of {@code node} that is not blank. */
    int end(Node node) {
        if (node instanceof TextNode scalar) {
            int end = end(scalar.site());
            return isBlock(scalar) ? trimmed(end, start(scalar)) : end;
        } else if (isFlow(node)) {
            return end(node.site());
        } else if (node instanceof ListNode list) {
            return list.items().isEmpty()
                    ? start(node)
                    : end(list.items().get(list.items().size() - 1));
        }
        MapNode.Entry last = null;
        for (MapNode.Entry entry : ((MapNode) node).entries()) {
            last = entry;
        }
        return last == null ? start(node) : end(last);
    }

    /** Returns the offset after the last character of an entry; after its colon where it has no value. */
    int end(MapNode.Entry entry) {
        if (!isAbsent(entry)) {
            return end(entry.value());
        }
        int key = end(entry.key());
        int next = key;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':' ? next + 1 : key;
    }

    /** Tells whether nothing is written where the value would be. */
    boolean isAbsent(MapNode.Entry entry) {
        return entry.value() instanceof TextNode scalar
                && !scalar.quoted()
                && scalar.text().isEmpty();
    }

    /** Tells whether a map or list is written in braces or brackets. */
    boolean isFlow(Node node) {
        int start = start(node);
        return !(node instanceof TextNode)
                && start < text.length()
                && (text.charAt(start) == '{' || text.charAt(start) == '[');
    }

    /** Returns the offset of the first character of the line with {@code offset} in it. */
    int lineStart(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Returns the offset after the last character of the line with {@code offset} in it, less its line break. */
    int lineEnd(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset of the line after the one with {@code offset} in it; the end of the text if there is none. */
    int nextLine(int offset) {
        int end = lineEnd(offset);
        return end + (text.startsWith("\r\n", end) ? 2 : end < text.length() ? 1 : 0);
    }

    /** Returns how the file breaks its lines. */
    String lineBreak() {
        int end = lineEnd(0);
        return end == text.length() ? "\n" : text.substring(end, nextLine(0));
    }

    /** Returns the offset after the character before {@code end} that is not blank; {@code least} if there is none. */
    private int trimmed(int end, int least) {
        int at = end;
        while (at > least && (isBlank(text.charAt(at - 1)) || isBreak(text.charAt(at - 1)))) {
            at--;
        }
        return at;
    }

    private int end(Site site) {
        return offset(site.endLine(), site.endColumn());
    }

    private int offset(int line, int column) {
        if (line > lineStarts.size()) {
            return text.length();
        }
        int at = lineStarts.get(line - 1);
        for (int left = column - 1; left > 0 && at < text.length(); left--) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private void findLines() {
        lineStarts.add(0);
        for (int at = nextLine(0); at < text.length(); at = nextLine(at)) {
            lineStarts.add(at);
        }
        if (!text.isEmpty() && isBreak(text.charAt(text.length() - 1))) {
            lineStarts.add(text.length());
        }
    }

    private void collect(Node node, List<Span> scalars) {
        if (node instanceof MapNode map) {
            map.entries().forEach(entry -> {
                collect(entry.key(), scalars);
                collect(entry.value(), scalars);
            });
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> collect(item, scalars));
        } else {
            TextNode scalar = (TextNode) node;
            int start = start(scalar);
            scalars.add(new Span(isBlock(scalar) ? lineEnd(start) : start, end(scalar.site())));
        }
    }

    /** A number sign after a blank, outside of values, starts a comment. */
    private List<Span> findComments(List<Span> scalars) {
        List<Span> found = new ArrayList<>();
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            while (next < scalars.size() && scalars.get(next).to() <= at) {
                next++;
            }
            @Nullable Span scalar = next < scalars.size() ? scalars.get(next) : null;
            if (scalar != null && scalar.from() <= at) {
                at = scalar.to() - 1;
            } else if (text.charAt(at) == '#' && (at == 0 || isBlankOrBreak(text.charAt(at - 1)))) {
                found.add(new Span(at, lineEnd(at)));
                at = lineEnd(at);
            }
        }
        return found;
    }

    private boolean isBlock(TextNode scalar) {
        int start = start(scalar);
        return scalar.quoted()
                && scalar.inset() == 0
                && start < text.length()
                && (text.charAt(start) == '|' || text.charAt(start) == '>');
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isBlankOrBreak(char c) {
        return isBlank(c) || isBreak(c);
    }
}
