package dev.foreshock.scenarios.internal.show;

import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.internal.source.Layer;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes lines of YAML, each with where it comes from. */
public final class Scribe {

    private static final String BUILT_IN = new Layer(Layer.Kind.BUILT_IN, "").toString();

    /** What YAML takes for the plain text that it is, also between braces and brackets. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_$+.(/-](?:[^\\p{Cntrl}:#,\\[\\]{}\"'&*!|>%@`]|%|:(?=\\S)|[<>=*](?=.))*");

    private final List<Shown.Line> lines = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();

    /**
     * The value of a setting.
     *
     * @param text how a file writes it
     * @param isBuiltIn whether Foreshock itself has given it
     */
    public record Value(String text, boolean isBuiltIn) {}

    List<Shown.Line> lines() {
        return lines;
    }

    /** Returns the values of what was written, by path. */
    Map<String, Value> values() {
        return values;
    }

    /** Writes the name of what follows. */
    void name(int depth, String key, String path) {
        lines.add(new Shown.Line(start(depth, key), path, "", null, ""));
    }

    /** Makes the last line a map without settings if it is the name of what should have followed: a bare name takes away. */
    void close() {
        Shown.Line last = lines.get(lines.size() - 1);
        if (last.text().endsWith(":") && last.layer().isEmpty()) {
            lines.set(lines.size() - 1, new Shown.Line(last.text() + " {}", last.path(), "", null, ""));
        }
    }

    /** Writes a setting that Foreshock itself has given. */
    void builtIn(int depth, String key, String path, String value) {
        values.put(path, new Value(plain(value), true));
        lines.add(new Shown.Line(start(depth, key) + " " + plain(value), path, BUILT_IN, null, ""));
    }

    /** Writes a setting that {@code site} gives. */
    void said(int depth, String key, String path, String value, Site site, String remark) {
        values.put(path, new Value(value, false));
        String layer = site.source().layer().toString();
        lines.add(new Shown.Line(start(depth, key) + " " + value, path, layer, site.place(), remark));
    }

    private static String start(int depth, String key) {
        return "  ".repeat(depth) + plain(key) + ":";
    }

    /** Returns a value in flow style. */
    static String flow(Node node) {
        if (node instanceof ListNode list) {
            return list.items().stream().map(Scribe::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof MapNode map) {
            return map.entries().stream()
                    .map(entry -> plain(entry.key().text()) + ": " + flow(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof TextNode text ? (text.isNull() ? "null" : plain(text.text())) : "{}";
    }

    /** Returns {@code text} in quotes, unless YAML takes it for the same without. */
    static String plain(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !text.contains("- ")
                && !List.of("-", "null", "Null", "NULL").contains(text);
        if (isPlain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
