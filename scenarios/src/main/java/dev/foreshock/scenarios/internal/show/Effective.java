package dev.foreshock.scenarios.internal.show;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.internal.layer.ComponentSelf;
import dev.foreshock.scenarios.internal.layer.Merge;
import dev.foreshock.scenarios.internal.layer.ScenarioHead;
import dev.foreshock.scenarios.internal.layer.Sections;
import dev.foreshock.scenarios.internal.layer.SystemHead;
import dev.foreshock.scenarios.internal.read.Amounts;
import dev.foreshock.scenarios.internal.read.Factor;
import dev.foreshock.scenarios.internal.read.Knobs;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the sections of a scenario, defaults included, as one file. */
public final class Effective {

    private static final List<String> FIRST =
            List.of("foreshock", "semantics", "scenario", "system", "target", "about", "clock");

    private final Catalog catalog;
    private final Merge merge;
    private final Knobs knobs;
    private final Scribe scribe = new Scribe();

    private Effective(Catalog catalog, Knobs knobs) {
        this.catalog = catalog;
        this.merge = new Merge(catalog);
        this.knobs = knobs;
    }

    /**
     * Returns the lines of the file that {@code root}, a document of {@code kind}, is.
     *
     * @param chosen the variants that are applied already
     */
    public static List<Shown.Line> of(
            MapNode root, DocumentKind kind, Catalog catalog, Knobs knobs, List<String> chosen) {
        return written(root, kind, catalog, knobs, chosen).lines();
    }

    /** Returns the value of every setting of {@code root}, a scenario, by its path. */
    public static Map<String, Scribe.Value> values(MapNode root, Catalog catalog, Knobs knobs) {
        return written(root.without("variants"), DocumentKind.SCENARIO, catalog, knobs, List.of())
                .values();
    }

    private static Scribe written(MapNode root, DocumentKind kind, Catalog catalog, Knobs knobs, List<String> chosen) {
        Effective effective = new Effective(catalog, knobs);
        MapNode left = LeftTerms.in(root, chosen);
        List<String> keys = switch (kind) {
            case SCENARIO -> Sections.keys(ScenarioHead.class, Scenario.class);
            case SYSTEM -> Sections.keys(SystemHead.class);
            case OVERLAY, TARGET -> List.copyOf(root.names());
        };
        List<String> rest = keys.stream().filter(key -> !FIRST.contains(key)).toList();
        boolean isRead = kind == DocumentKind.SCENARIO || kind == DocumentKind.SYSTEM;
        Stream.concat(FIRST.stream().filter(keys::contains), rest.stream())
                .filter(key -> !List.of("variants", "from").contains(key))
                .forEach(key -> effective.section(left, key, isRead ? Sections.type(key) : null));
        if (kind == DocumentKind.SCENARIO && root.value("variants") instanceof MapNode variants) {
            VariantLines.write(variants, chosen, effective.scribe);
        }
        return effective.scribe;
    }

    private void section(MapNode root, String key, @Nullable Type type) {
        MapNode.Entry entry = root.entry(key);
        Setting setting = Shape.of(Scenario.class).setting(key);
        if (entry != null && !entry.value().isNull()) {
            if (!(entry.value() instanceof MapNode map) || !map.declared().isEmpty()) {
                value(0, entry, type, key.equals("components") ? "" : key);
            }
        } else if (type != null && setting != null && setting.fallback() != null) {
            builtIn(0, setting, key);
        }
    }

    private void value(int depth, MapNode.Entry entry, @Nullable Type type, String path) {
        Node node = entry.value();
        String key = entry.key().text();
        if (node instanceof MapNode map && !(type instanceof Class<?> one && Amounts.isAmount(one))) {
            scribe.name(depth, key, path);
            inside(depth + 1, map, type, path);
            scribe.close();
        } else if (node instanceof MapNode map) {
            scribe.name(depth, key, path);
            map.entries().stream()
                    .filter(each -> !each.value().isNull())
                    .forEach(each ->
                            value(depth + 1, each, null, path + "." + each.key().text()));
        } else if (node instanceof ScaledNode scaled) {
            scaled(depth, key, scaled, type, path);
        } else {
            scribe.said(depth, key, path, Scribe.flow(node), node.site(), remark(node));
        }
    }

    /** Writes what a multiple comes to, so that it means the same without anything below it. */
    private void scaled(int depth, String key, ScaledNode scaled, @Nullable Type type, String path) {
        String written = scaled.written().text().strip();
        Knob met = knobs.met(path);
        Knob comes = met == null ? Amounts.effective(scaled, type, knobs) : met;
        String is = comes == null ? written : comes.is();
        if (!(Knobs.innermost(scaled) instanceof MapNode map)) {
            scribe.said(depth, key, path, Scribe.plain(is), scaled.site(), origin(scaled));
            return;
        }
        scribe.name(depth, key, path);
        scribe.said(depth + 1, "is", path + ".is", Scribe.plain(is), scaled.site(), origin(scaled));
        if (comes != null && comes.from() != null) {
            String range = comes.from() + " .. " + comes.to();
            scribe.said(
                    depth + 1, "range", path + ".range", Scribe.plain(range), scaled.site(), "grows with the value");
        }
        map.without("is").without("range").entries().stream()
                .filter(each -> isShown(each) && !each.value().isNull())
                .forEach(each ->
                        value(depth + 1, each, null, path + "." + each.key().text()));
    }

    /** Says how a multiple came about. */
    private static String origin(ScaledNode scaled) {
        Node base = scaled.base();
        TextNode below = base instanceof ScaledNode again ? again.written() : Knobs.valueOf(base);
        Place place = base.site().place();
        return scaled.written().text().strip()
                + " of "
                + (below == null ? "what is below" : below.text())
                + (Texts.isNowhere(base.site()) ? ", built-in" : " at " + place.file() + ":" + place.line());
    }

    private String remark(Node node) {
        if (!(node instanceof TextNode text) || text.text().indexOf('$') < 0) {
            return "";
        }
        TextNode written = knobs.written(text, "");
        return written == null ? "" : "= " + written.text();
    }

    private void inside(int depth, MapNode map, @Nullable Type type, String path) {
        String before = path.isEmpty() ? "" : path + ".";
        if (type instanceof ParameterizedType generic && Merge.isNames(type)) {
            Type each = generic.getActualTypeArguments()[1];
            map.entries().stream()
                    .filter(entry -> isShown(entry))
                    .forEach(entry ->
                            value(depth, entry, each, before + entry.key().text()));
            return;
        }
        Shape shape = merge.shape(map, type);
        map.entries().stream()
                .filter(entry -> isShown(entry)
                        && (shape == null || shape.setting(entry.key().text()) == null))
                .forEach(entry -> value(
                        depth,
                        entry,
                        selfType(entry.key().text(), type),
                        before + entry.key().text()));
        for (Setting setting : shape == null ? List.<Setting>of() : shape.settings()) {
            MapNode.Entry entry = map.entry(setting.key());
            if (entry != null && (!entry.value().isNull() || setting.fallback() == null)) {
                Node based = Factor.based(entry.value(), setting, catalog);
                value(depth, new MapNode.Entry(entry.key(), based), setting.type(), before + setting.key());
            } else if (setting.fallback() != null) {
                builtIn(depth, setting, before + setting.key());
            }
        }
    }

    private static boolean isShown(MapNode.Entry entry) {
        return !entry.key().text().startsWith("x-");
    }

    private static @Nullable Type selfType(String key, @Nullable Type type) {
        Setting setting =
                type == ComponentSpec.class ? Shape.of(ComponentSelf.class).setting(key) : null;
        return setting == null ? null : setting.type();
    }

    private void builtIn(int depth, Setting setting, String path) {
        String fallback = String.valueOf(setting.fallback());
        if (fallback.isEmpty()) {
            return;
        } else if (!fallback.equals("{}")) {
            scribe.builtIn(depth, setting.key(), path, fallback);
            return;
        }
        scribe.name(depth, setting.key(), path);
        inside(depth + 1, MapNode.empty(Texts.node("").site()), setting.type(), path);
        scribe.close();
    }
}
