package dev.foreshock.scenarios.internal.tree;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds values such as {@code lognormal(mean 5ms, cv 1)} that a comma in a flow map has torn apart, which would otherwise
 * show as several strange mistakes.
 */
final class BrokenCalls {

    private final Map<String, MapNode.Entry> mended = new LinkedHashMap<>();
    private final Report report;
    private MapNode.@Nullable Entry torn;
    private boolean isJoined;

    private BrokenCalls(Report report) {
        this.report = report;
    }

    /** Returns {@code entries} with torn values put together; each is reported. */
    static Map<String, MapNode.Entry> mend(Map<String, MapNode.Entry> entries, Report report) {
        BrokenCalls calls = new BrokenCalls(report);
        entries.values().forEach(calls::take);
        calls.flush();
        return calls.mended;
    }

    private void take(MapNode.Entry entry) {
        TextNode joined = torn == null ? null : joined(torn.value(), entry);
        if (torn != null && joined != null) {
            torn = new MapNode.Entry(torn.key(), joined);
            isJoined = true;
            mended.put(torn.key().text(), torn);
        } else {
            flush();
            mended.put(entry.key().text(), entry);
            boolean plain = entry.value() instanceof TextNode text && !text.quoted();
            torn = plain ? entry : null;
        }
    }

    private void flush() {
        if (torn != null && isJoined) {
            report.add(
                    Code.COMMA,
                    torn.value().site().place(),
                    "'" + torn.key().text() + "' must not have a comma here, where it starts the next setting",
                    "put the value in quotes: \"" + ((TextNode) torn.value()).text() + "\"");
        }
        torn = null;
        isJoined = false;
    }

    /** Returns the value {@code start} with {@code next} as its continuation, or null if that is a setting of its own. */
    private static @Nullable TextNode joined(Node start, MapNode.Entry next) {
        if (!(start instanceof TextNode text) || !isOpen(text.text()) || !hasNoColon(next)) {
            return null;
        }
        Site from = text.site();
        Site to = next.key().site();
        Site both = new Site(from.source(), from.line(), from.column(), to.endLine(), to.endColumn());
        return new TextNode(both, text.text() + ", " + next.key().text(), true, 0);
    }

    /** Tells whether an entry of a flow map is a key alone, without even a colon. */
    private static boolean hasNoColon(MapNode.Entry entry) {
        Site key = entry.key().site();
        Site value = entry.value().site();
        return !entry.key().quoted()
                && entry.value() instanceof TextNode text
                && text.text().isEmpty()
                && !between(key, value).contains(":");
    }

    private static String between(Site key, Site value) {
        String line = key.source().line(key.endLine());
        int end = value.line() == key.endLine() ? value.column() - 1 : Integer.MAX_VALUE;
        int[] points = line.codePoints()
                .skip(key.endColumn() - 1L)
                .limit(Math.max(0, end - key.endColumn() + 1L))
                .toArray();
        return new String(points, 0, points.length);
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '(').count()
                > text.chars().filter(c -> c == ')').count();
    }
}
