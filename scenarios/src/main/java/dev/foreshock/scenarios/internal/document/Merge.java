package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.scenarios.internal.read.Expander;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one law by which later layers change earlier ones: maps are merged by name, a null takes away, anything else
 * replaces. A thing that says it {@code is} of another kind replaces too.
 */
final class Merge {

    private final Catalog catalog;
    private final Expander expander;

    Merge(Catalog catalog) {
        this.catalog = catalog;
        this.expander = new Expander(catalog);
    }

    /** Returns {@code base} changed by {@code change}, both of {@code type}. */
    Node merge(@Nullable Node base, Node change, @Nullable Type type) {
        if (!(change instanceof MapNode changes) || base == null || base.isNull()) {
            return change;
        }
        MapNode map = asMap(base, type);
        if (map == null || isOtherKind(map, changes)) {
            return change;
        }
        Map<String, MapNode.Entry> result = new LinkedHashMap<>(map.byName());
        for (MapNode.Entry entry : changes.entries()) {
            String name = entry.key().text();
            MapNode.Entry known = result.get(name);
            Node before = known == null ? null : known.value();
            Node after = merge(before, entry.value(), typeOf(map, name, type));
            boolean isKept = known != null && after != entry.value();
            result.put(name, new MapNode.Entry(isKept && known != null ? known.key() : entry.key(), after));
        }
        return new MapNode(map.site(), result);
    }

    /** Returns the map that {@code node} is or stands for, or null. */
    @Nullable
    MapNode asMap(Node node, @Nullable Type type) {
        if (node instanceof MapNode map) {
            return map;
        }
        boolean single = node instanceof TextNode && !node.isNull() && type != null;
        return single && node instanceof TextNode text && type != null
                ? expander.expand(text, type, new Report())
                : null;
    }

    /** Returns the type of the setting {@code name} of {@code map}, which is of {@code type}; null if it is not known. */
    @Nullable
    Type typeOf(MapNode map, String name, @Nullable Type type) {
        if (type instanceof ParameterizedType generic) {
            return isNames(type) ? generic.getActualTypeArguments()[1] : null;
        }
        Shape shape = shape(map, type);
        Setting setting = shape == null ? null : shape.setting(name);
        return setting == null ? null : setting.type();
    }

    /** Tells whether {@code type} is a map from names that a file chooses. */
    static boolean isNames(@Nullable Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Map.class.isAssignableFrom(raw);
    }

    private @Nullable Shape shape(MapNode map, @Nullable Type type) {
        if (!(type instanceof Class<?> wanted)) {
            return null;
        } else if (!catalog.isFamily(wanted)) {
            return wanted.isRecord() ? Shape.of(wanted) : null;
        }
        Node is = map.value("is");
        if (is == null && catalog.of(wanted).size() == 1) {
            return Shape.of(catalog.of(wanted).get(0).type());
        }
        Class<?> kind = is instanceof TextNode text
                ? catalog.find(wanted, text.text()).<Class<?>>map(Kind::type).orElse(null)
                : null;
        return kind == null ? null : Shape.of(kind);
    }

    private static boolean isOtherKind(MapNode base, MapNode change) {
        return base.value("is") instanceof TextNode before
                && change.value("is") instanceof TextNode after
                && !before.text().equals(after.text());
    }
}
