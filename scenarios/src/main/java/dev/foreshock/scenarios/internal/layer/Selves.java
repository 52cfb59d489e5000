package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what things say about themselves, labels and former names, out of their settings. */
final class Selves {

    /** The sections whose things can have had another name. */
    private static final List<String> NAMED = List.of("components", "users", "monitors", "faults");

    private static final Pattern LABEL =
            Pattern.compile("(?!is$)(?:x-.*|[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+)*)");

    private final Report report;
    private final Map<String, MapNode.Entry> labels = new TreeMap<>();
    private final Map<String, MapNode.Entry> former = new TreeMap<>();

    private Selves(Report report) {
        this.report = report;
    }

    /**
     * What was taken out.
     *
     * @param root the sections, with nothing left in them but settings
     * @param labels the labels, by component
     * @param former the former names, by path such as {@code components.web}
     */
    record Taken(MapNode root, MapNode labels, MapNode former) {}

    static Taken out(MapNode root, Report report) {
        Selves selves = new Selves(report);
        MapNode rest = root;
        for (String section : NAMED) {
            MapNode.Entry entry = root.entry(section);
            if (entry != null && entry.value() instanceof MapNode map) {
                rest = rest.with(entry.key(), selves.things(map, section));
            }
        }
        return new Taken(rest, new MapNode(root.site(), selves.labels), new MapNode(root.site(), selves.former));
    }

    private MapNode things(MapNode things, String path) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : things.entries()) {
            String name = entry.key().text();
            Node value = entry.value();
            if (value instanceof MapNode map) {
                String here = path + "." + name;
                value = path.equals("components") ? component(entry, map, here) : named(map, here);
            }
            result.put(name, new MapNode.Entry(entry.key(), value));
        }
        return new MapNode(things.site(), result);
    }

    private MapNode component(MapNode.Entry entry, MapNode map, String path) {
        MapNode rest = named(map, path).without("labels");
        Node own = map.value("labels");
        if (own instanceof MapNode given) {
            labels.put(entry.key().text(), new MapNode.Entry(entry.key(), labels(given)));
        } else if (own != null) {
            report.add(
                    Code.SHAPE,
                    own.site().place(),
                    "'labels' must be a map from labels to values, but was " + own.shape(),
                    "such as labels: { tier: edge }");
        }
        MapNode.Entry calls = rest.entry("calls");
        return calls != null && calls.value() instanceof MapNode made
                ? rest.with(calls.key(), things(made, path + ".calls"))
                : rest;
    }

    private MapNode labels(MapNode given) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : given.entries()) {
            boolean isWord = entry.value() instanceof TextNode text
                    && !text.isNull()
                    && text.text().matches("[\\p{L}\\p{N}_.-]{1,200}");
            boolean isNamed = LABEL.matcher(entry.key().text()).matches();
            if (isWord && isNamed) {
                result.put(entry.key().text(), entry);
            } else if (!isNamed || !entry.value().isNull()) {
                report.add(
                        Code.NAME,
                        entry.value().site().place(),
                        "a label must be a word of letters, digits, hyphens, dots and underscores, and not be called 'is', but was "
                                + entry.key().text() + ": " + entry.value().shape(),
                        "");
            }
        }
        return new MapNode(given.site(), result);
    }

    private MapNode named(MapNode map, String path) {
        MapNode.@Nullable Entry was = map.entry("was");
        if (was == null) {
            return map;
        } else if (was.value() instanceof TextNode name) {
            if (!name.isNull()) {
                former.put(path, new MapNode.Entry(new TextNode(was.key().site(), path, true, 0), was.value()));
            }
        } else {
            report.add(
                    Code.SHAPE,
                    was.value().site().place(),
                    "'was' must be the former name, but was " + was.value().shape(),
                    "");
        }
        return map.without("was");
    }
}
