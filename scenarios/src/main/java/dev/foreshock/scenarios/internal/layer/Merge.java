package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.scenarios.internal.read.Expander;
import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one law by which later layers change earlier ones: maps are merged by name, a null takes away, a factor multiplies,
 * anything else replaces. A thing that says it {@code is} of another kind replaces too.
 */
public final class Merge {

    private static final int LONGEST_CHAIN = 100;

    private final Catalog catalog;
    private final Expander expander;
    private final Lookup things;

    /** Finds what things can be like. */
    interface Lookup {
        @Nullable
        MapNode find(String name);
    }

    /** Creates a merge where nothing is like anything. */
    public Merge(Catalog catalog) {
        this(catalog, name -> null);
    }

    /** Creates a merge where things may say that they are {@code like} what {@code things} finds. */
    Merge(Catalog catalog, Lookup things) {
        this.catalog = catalog;
        this.expander = new Expander(catalog);
        this.things = things;
    }

    /** Returns {@code base} changed by {@code change}, both of {@code type}. */
    Node merge(@Nullable Node base, Node change, @Nullable Type type) {
        if (base == null || base.isNull()) {
            return change;
        } else if (change instanceof TextNode text && text.isEmpty()) {
            return text.asNull(); // what is left empty takes away what is there; where nothing is, it is a mistake
        } else if (change instanceof ScaledNode scaled) {
            return new ScaledNode(merge(base, scaled.base(), type), scaled.factor(), scaled.written());
        } else if (change instanceof TextNode text && !text.isNull()) {
            Double factor =
                    type == KnobForm.class ? Factor.onKnob(text.text(), base) : Factor.of(text.text(), type, catalog);
            return factor == null || type == null ? change : scaled(base, factor, text, type);
        } else if (!(change instanceof MapNode changes)) {
            return change;
        } else {
            return merged(base, changes, type);
        }
    }

    private Node merged(Node base, MapNode changes, @Nullable Type type) {
        MapNode map = asMap(base, type);
        if (map == null || isOtherKind(map, changes, type)) {
            return changes;
        }
        Map<String, MapNode.Entry> result = new LinkedHashMap<>(map.byName());
        MapNode whole = both(map, changes);
        for (MapNode.Entry entry : changes.entries()) {
            String name = entry.key().text();
            MapNode.Entry known = result.get(name);
            Node before = known == null ? null : known.value();
            Node after = merge(before, entry.value(), typeOf(whole, name, type));
            if (type == ScenarioHead.DefaultsForm.class && before instanceof MapNode had) {
                after = less(after, had);
            }
            boolean isKept = known != null && after != entry.value();
            result.put(name, new MapNode.Entry(isKept && known != null ? known.key() : entry.key(), after));
        }
        return new MapNode(map.site(), result);
    }

    /** Returns defaults without those that a null took away: nothing lies below them that it would have to take away later. */
    private static Node less(Node after, MapNode had) {
        Node result = after;
        for (String name : had.declared()) {
            if (result instanceof MapNode map && map.entry(name) != null && map.value(name) == null) {
                result = map.without(name);
            }
        }
        return result;
    }

    /** Returns a map that says of which kind the result of a merge will be. */
    private static MapNode both(MapNode base, MapNode change) {
        MapNode whole = base;
        for (String name : new String[] {"is", "like"}) {
            MapNode.Entry entry = change.entry(name);
            whole = entry == null || entry.value().isNull() ? whole : whole.with(entry.key(), entry.value());
        }
        return whole;
    }

    /** Returns a multiple of {@code base}: of the amount that it is, or of those in it that grow with it. */
    private Node scaled(Node base, double factor, TextNode written, Type type) {
        Class<?> grows = type instanceof Class<?> wanted ? Factor.scales(wanted, catalog) : null;
        if (type == grows || type == KnobForm.class) {
            return new ScaledNode(base, factor, written);
        }
        MapNode map = asMap(base, type);
        Shape shape = map == null ? null : shape(map, type);
        if (map == null || shape == null) {
            return written;
        }
        MapNode result = map;
        Setting shorthand = shape.shorthand();
        for (Setting setting : shape.settings()) {
            MapNode.Entry entry = map.entry(setting.key());
            boolean isWhole = setting.equals(shorthand) && setting.type() != grows;
            if (entry != null && !entry.value().isNull() && (setting.type() == grows || isWhole)) {
                result = result.with(entry.key(), scaled(entry.value(), factor, written, setting.type()));
            }
        }
        return result;
    }

    /** Returns the map that {@code node} is or stands for, or null. */
    @Nullable
    MapNode asMap(Node node, @Nullable Type type) {
        if (node instanceof MapNode map) {
            return type == null ? map : expander.expand(map, type);
        }
        return node instanceof TextNode text && !node.isNull() && type != null
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
    public static boolean isNames(@Nullable Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Map.class.isAssignableFrom(raw);
    }

    /** Returns the description that {@code map}, where {@code type} is needed, is of; null if that is not known. */
    public @Nullable Shape shape(MapNode map, @Nullable Type type) {
        if (!(type instanceof Class<?> wanted)) {
            return null;
        } else if (!catalog.isFamily(wanted)) {
            return wanted.isRecord() ? Shape.of(wanted) : null;
        }
        String is = kind(map, LONGEST_CHAIN);
        Optional<Kind<?>> kind = is == null ? catalog.assumed(wanted) : catalog.find(wanted, is);
        return kind.<Class<?>>map(Kind::type).map(Shape::of).orElse(null);
    }

    /** Returns the kind that a thing says it is, or that what it is like says; null if none does. */
    private @Nullable String kind(MapNode map, int longest) {
        if (map.value("is") instanceof TextNode is) {
            return is.text();
        }
        MapNode model = longest > 0 && map.value("like") instanceof TextNode like ? things.find(like.text()) : null;
        return model == null ? null : kind(model, longest - 1);
    }

    private boolean isOtherKind(MapNode base, MapNode change, @Nullable Type type) {
        if (!(change.value("is") instanceof TextNode after)) {
            return false;
        }
        boolean isSilent = base.value("is") == null && base.value("like") == null;
        String assumed = isSilent && type instanceof Class<?> family
                ? catalog.assumed(family).map(Kind::name).orElse(null)
                : null;
        String before = base.value("is") instanceof TextNode text ? text.text() : assumed;
        return before != null && !before.equals(after.text());
    }
}
