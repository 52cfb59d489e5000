package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.tree.ListNode;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renames the components and knobs of an import, and everything in it that names them. */
final class Prefixer {

    private static final Pattern KNOB =
            Pattern.compile("\\$(" + dev.foreshock.scenarios.internal.read.Knobs.NAME + ")");

    private final Merge merge;
    private final String prefix;
    private final Map<String, String> outside;

    /**
     * Creates a prefixer.
     *
     * @param prefix what comes before each name, without the dot
     * @param outside names that are not the import's own, with what they are called in the importer
     */
    Prefixer(Catalog catalog, String prefix, Map<String, String> outside) {
        this.merge = new Merge(catalog);
        this.prefix = prefix;
        this.outside = outside;
    }

    /** Returns the components of an import as the importer has them; their knobs are called {@code knobs} inside. */
    MapNode components(MapNode components, Set<String> knobs) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : components.entries()) {
            TextNode key = own(entry.key());
            Node value = component(entry.value());
            Node renamed = Relayer.texts(value, text -> knobs(text, knobs));
            result.put(key.text(), new MapNode.Entry(key, renamed));
        }
        return new MapNode(components.site(), result);
    }

    /** Returns a map whose names get the prefix. */
    MapNode names(MapNode map) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        map.entries().forEach(entry -> {
            TextNode key = own(entry.key());
            result.put(key.text(), new MapNode.Entry(key, entry.value()));
        });
        return new MapNode(map.site(), result);
    }

    private Node component(Node node) {
        Node renamed = walk(node, ComponentSpec.class);
        return renamed instanceof MapNode map && map.value("was") instanceof TextNode was
                ? map.with(key(map, "was"), own(was))
                : renamed;
    }

    private static TextNode key(MapNode map, String name) {
        MapNode.Entry entry = map.entry(name);
        return entry == null ? new TextNode(map.site(), name, true, 0) : entry.key();
    }

    private Node walk(Node node, Type type) {
        if (!(node instanceof MapNode map)) {
            return node;
        } else if (type instanceof ParameterizedType generic) {
            return Merge.isNames(type) ? each(map, generic.getActualTypeArguments()[1]) : node;
        }
        Shape shape = merge.shape(map, type);
        MapNode result = map;
        for (Setting setting : shape == null ? List.<Setting>of() : shape.settings()) {
            MapNode.Entry entry = map.entry(setting.key());
            if (entry != null && !entry.value().isNull()) {
                Node value =
                        setting.names() == Named.COMPONENT ? named(entry.value()) : walk(entry.value(), setting.type());
                result = result.with(entry.key(), value);
            }
        }
        return result;
    }

    private MapNode each(MapNode map, Type type) {
        Map<String, MapNode.Entry> result = new LinkedHashMap<>();
        for (MapNode.Entry entry : map.entries()) {
            Node value = walk(entry.value(), type);
            if (type == CallSpec.class && value instanceof MapNode call && call.value("to") == null) {
                // A call keeps its name; what it is made to has another one now.
                value = call.with(new TextNode(entry.key().site(), "to", true, 0), renamed(entry.key()));
            }
            result.put(entry.key().text(), new MapNode.Entry(entry.key(), value));
        }
        return new MapNode(map.site(), result);
    }

    private Node named(Node node) {
        if (node instanceof TextNode text) {
            return renamed(text);
        } else if (node instanceof ListNode list) {
            return new ListNode(
                    list.site(), list.items().stream().map(this::named).toList());
        } else if (node instanceof MapNode map) {
            Map<String, MapNode.Entry> result = new LinkedHashMap<>();
            map.entries().forEach(entry -> {
                TextNode key = renamed(entry.key());
                result.put(key.text(), new MapNode.Entry(key, entry.value()));
            });
            return new MapNode(map.site(), result);
        }
        return node;
    }

    private TextNode renamed(TextNode name) {
        @Nullable String other = outside.get(name.text());
        return other == null ? own(name) : called(name, other);
    }

    private TextNode own(TextNode name) {
        return name.text().startsWith("x-") ? name : called(name, prefix + "." + name.text());
    }

    private static TextNode called(TextNode name, String other) {
        return new TextNode(name.site(), other, true, 0);
    }

    private TextNode knobs(TextNode text, Set<String> knobs) {
        if (text.text().indexOf('$') < 0) {
            return text;
        }
        UnaryOperator<String> longer = name -> knobs.contains(name) ? prefix + "." + name : name;
        Matcher matcher = KNOB.matcher(text.text());
        String renamed = matcher.replaceAll(found -> Matcher.quoteReplacement("$" + longer.apply(found.group(1))));
        return renamed.equals(text.text()) ? text : new TextNode(text.site(), renamed, text.quoted(), text.inset());
    }
}
