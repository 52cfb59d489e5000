package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.YamlErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML as Compose files use it, with anchors, aliases, merge keys and tags, as maps, lists and texts. Nothing is ever
 * constructed from a tag. Aliases are written out, so the size of what comes out is limited.
 */
final class ComposeTree {

    private static final int MOST_ALIASES = 500;
    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 60;
    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    private int nodes;

    private ComposeTree() {}

    /**
     * Reads a text.
     *
     * @return a map, a list or a text; or null if the text is none of them, and the report then says why
     */
    static @Nullable Object read(SourceText source, String text, Report report) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setUseMarks(true)
                .build();
        try {
            checkDepth(new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            Object value = root.isEmpty() ? null : new ComposeTree().value(root.get(), 0);
            if (value == null) {
                report.add(Code.EMPTY, Place.whole(source.name()), "the file must say something, but is empty", "");
            }
            return value;
        } catch (TooLarge e) {
            report.add(
                    Code.DEPTH,
                    Place.whole(source.name()),
                    "what the file says with all aliases written out must have at most " + MOST_NODES
                            + " parts, nested at most " + DEEPEST + " deep, but has more",
                    "start from the output of: docker compose config");
            return null;
        } catch (RuntimeException e) {
            YamlErrors.report(e, source, text, report);
            return null;
        }
    }

    /** What builds the nodes calls itself for each level, so the depth is checked before. */
    private static void checkDepth(Iterable<Event> events) throws TooLarge {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new TooLarge();
            }
        }
    }

    private @Nullable Object value(Node node, int depth) throws TooLarge {
        nodes++;
        if (nodes > MOST_NODES || depth > DEEPEST) {
            throw new TooLarge();
        }
        if (node.getTag().getValue().equals("!reset")) {
            return null;
        } else if (node instanceof ScalarNode scalar) {
            boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return isPlain && NULLS.contains(scalar.getValue()) ? null : scalar.getValue();
        } else if (node instanceof SequenceNode sequence) {
            List<Object> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                Object value = value(item, depth + 1);
                items.add(value == null ? "" : value);
            }
            return items;
        }
        return map((MappingNode) node, depth);
    }

    private Map<String, @Nullable Object> map(MappingNode node, int depth) throws TooLarge {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Object key = value(entry.getKeyNode(), depth + 1);
            Object value = value(entry.getValueNode(), depth + 1);
            if ("<<".equals(key)) {
                for (Object each : value instanceof List<?> list ? list : List.of(value == null ? "" : value)) {
                    Values.map(each).forEach(merged::putIfAbsent);
                }
            } else if (key instanceof String name) {
                own.put(name, value);
            }
        }
        own.forEach((name, value) -> merged.remove(name));
        Map<String, @Nullable Object> result = new LinkedHashMap<>(own);
        merged.forEach(result::put);
        return result;
    }

    /** Thrown when a text stands for more than it should. */
    private static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;
    }
}
